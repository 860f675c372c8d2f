/** A headless Chromium and the page of the benchmark, for the parts that need a browser. */
import type { Browser } from 'playwright';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { run } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';

/** No sandbox in containers; no traffic of the browser's own. */
const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Who draws and computes: an imitation in software, a real GPU, or nobody (the page is then painted by the processor). */
const GRAPHICS = {
  software: [
    '--enable-unsafe-webgpu',
    '--use-webgpu-adapter=swiftshader',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
  ],
  hardware: [
    '--enable-unsafe-webgpu',
    '--use-angle=vulkan',
    '--enable-features=Vulkan',
    '--disable-vulkan-surface',
    '--ignore-gpu-blocklist',
  ],
  none: ['--disable-gpu'],
} as const;

export type Graphics = keyof typeof GRAPHICS;

/** Runs `use` with a browser that is closed afterwards. */
export async function withBrowser<R>(graphics: Graphics, use: (browser: Browser) => Promise<R>): Promise<R> {
  const { chromium } = await import('playwright');
  const executablePath = await ensureChromium();
  const browser = await chromium.launch({ executablePath, args: [...QUIET, ...GRAPHICS[graphics]] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

let address: Promise<string> | null = null;

/** Builds the page of the benchmark, once, and serves it. */
export function benchPage(): Promise<string> {
  address ??= (async () => {
    const vite = ['build', '--config', 'bench/browser/vite.config.ts', '--logLevel', 'warn'];
    await run(process.execPath, ['node_modules/vite/bin/vite.js', ...vite]);
    return serve({ folder: '.cache/bench', base: '/', host: '127.0.0.1', port: 0 });
  })();
  return address;
}
