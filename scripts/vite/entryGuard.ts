import type { Plugin, Rolldown } from 'vite';

/** Packages that may only arrive after the first interaction, and why. */
const LATE = [
  { pattern: /node_modules\/@tensorflow\//, what: 'TensorFlow.js (belongs to the worker)' },
  { pattern: /node_modules\/recharts\//, what: 'charts (load them lazily)' },
  { pattern: /src\/tasks\/data\//, what: 'data sets (they belong to the worker)' },
];

/**
 * Refuses a build whose first download, the page's entry with everything it imports statically, holds a late package.
 * One careless import somewhere deep is enough for that, and no size budget would name the culprit.
 */
export function entryGuard(): Plugin {
  return {
    name: 'sharelab:entry-guard',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of chunksOfFirstDownload(bundle)) {
        for (const { pattern, what } of LATE) {
          const culprit = chunk.moduleIds.find((id) => pattern.test(id));
          if (culprit === undefined) continue;
          this.error(
            `The first download must not hold ${what}: ${importChain(culprit, (id) => this.getModuleInfo(id))}`,
          );
        }
      }
    },
  };
}

function chunksOfFirstDownload(bundle: Rolldown.OutputBundle): Set<Rolldown.OutputChunk> {
  const found = new Set<Rolldown.OutputChunk>();
  const visit = (file: string): void => {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk' || found.has(chunk)) return;
    found.add(chunk);
    chunk.imports.forEach(visit);
  };
  for (const [file, chunk] of Object.entries(bundle)) if (chunk.type === 'chunk' && chunk.isEntry) visit(file);
  return found;
}

/** Shortest chain of static imports from an entry to `module`, for the error message. */
function importChain(module: string, info: (id: string) => Rolldown.ModuleInfo | null): string {
  const chains = [[module]];
  const seen = new Set([module]);
  for (const chain of chains) {
    const importers = info(chain[0] ?? '')?.importers ?? [];
    if (importers.length === 0) return chain.join('\n  -> ');
    for (const importer of importers) {
      if (seen.has(importer)) continue;
      seen.add(importer);
      chains.push([importer, ...chain]);
    }
  }
  return module;
}
