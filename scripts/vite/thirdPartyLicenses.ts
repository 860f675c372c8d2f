import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FILE = 'third-party-licenses.md';
const HEAD = '# Licences of the packages in this build\n\nShareLab itself is under the MIT licence.\n';

/**
 * Writes the licences of all packages that went into the build beside it, as most of them demand.
 * Two plugins that share what they saw, because a worker is a build of its own (and Vite's own notice forgets it):
 * `worker` only notes packages, `page`, which ends last, writes the file.
 */
export function thirdPartyLicenses(): { readonly page: Plugin; readonly worker: Plugin } {
  const folders = new Set<string>();
  const note = (modules: Iterable<string>): void => {
    for (const id of modules) {
      const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
      if (folder !== undefined && !folder.startsWith('\0')) folders.add(folder);
    }
  };
  return {
    worker: {
      name: 'sharelab:licenses-of-worker',
      generateBundle() {
        note(this.getModuleIds());
      },
    },
    page: {
      name: 'sharelab:licenses',
      apply: 'build',
      generateBundle() {
        note(this.getModuleIds());
        const notices = [...new Set([...folders].map(noticeOf))].sort();
        this.emitFile({ type: 'asset', fileName: FILE, source: [HEAD, ...notices].join('\n') });
      },
    },
  };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

function noticeOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const license = manifest.license ?? 'licence not stated';
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
  const text =
    file === undefined ? `See https://spdx.org/licenses/${license}.html` : readFileSync(join(folder, file), 'utf8');
  return `## ${manifest.name} ${manifest.version} (${license})\n\n${text.trim()}\n`;
}
