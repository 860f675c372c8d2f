/**
 * `npm run bench`: speeds as ratios of two things timed in one run, interleaved, medians and quartiles over repeats.
 * Prints a table; never fails on a slow machine. `--quick` for a first look, `--only compare|headline|frames`.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { npm, ROOT, run } from './run.mjs';
import { serve } from './serve.mjs';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: 'all' } },
});
/** @param {string} part */
const wanted = (part) => options.only === 'all' || options.only === part;

await ensureInstalled();
const executablePath = await ensureChromium();
const { chromium } = await import('playwright');

const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const SOFTWARE_GPU = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/**
 * @param {readonly number[]} values
 * @param {number} share
 */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** @param {readonly number[]} values */
const median = (values) => quantile(values, 0.5);

/** @param {readonly number[]} values */
const spread = (values) =>
  `${median(values).toPrecision(3)} (${quantile(values, 0.25).toPrecision(3)} .. ${quantile(values, 0.75).toPrecision(3)})`;

/**
 * @param {string} name
 * @param {number} goal
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs
 */
function printRatio(name, goal, ours, theirs) {
  const ratio = median(ours) / median(theirs);
  const aim = goal > 0 ? `, goal ${goal}` : '';
  console.log(
    `${name}: ${ratio.toFixed(2)}${aim}   [${spread(ours)} / ${spread(theirs)} per second, n = ${ours.length}]`,
  );
}

console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}; ratios of medians, quartiles in brackets`);

if (wanted('compare')) {
  console.log('\nThe cohort against the plain TensorFlow.js loop, network-steps, in the worker of headless Chromium');
  await run(process.execPath, [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'e2e/bench/vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  const address = await serve({ folder: '.cache/bench', base: '/', host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({ executablePath, args: [...QUIET, ...SOFTWARE_GPU] });
  /** @type {Readonly<Record<string, { goal: number, one: number, block: number, repeats: number }>>} */
  const backends = {
    wasm: { goal: 3, one: 1.8, block: 700, repeats: 7 },
    webgl: { goal: 10, one: 0, block: 2000, repeats: 5 },
  };
  for (const [backend, plan] of Object.entries(backends)) {
    const page = await browser.newPage();
    await page.goto(address);
    const repeats = options.quick ? 3 : plan.repeats;
    const rows = await page.evaluate((request) => window.bench(request), {
      backend: /** @type {'wasm' | 'webgl'} */ (backend),
      repeats,
      block: options.quick ? plan.block / 2 : plan.block,
    });
    rows.forEach((row, index) => printRatio(row.name, [plan.goal, plan.one][index] ?? 0, row.ours, row.theirs));
    await page.close();
  }
  await browser.close();
}

if (wanted('headline')) {
  console.log(
    '\nThe headline experiment (4 angles x 9 settings x 20 seeds = 720 networks, 500 steps), headless on wasm',
  );
  const seconds = Array.from({ length: options.quick ? 1 : 3 }, () => {
    const start = performance.now();
    const [command, parameters] = npm(['run', '-s', 'lab', '--', 'run', 'phase-diagram', '--quiet', '--json']);
    const { status } = spawnSync(command, parameters, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error('the headline experiment failed');
    return (performance.now() - start) / 1000;
  });
  console.log(`wall time: ${spread(seconds)} s, goal under 120 s`);
}

if (wanted('frames')) {
  await ensureBuilt();
  const { measureFrames } = await import('./benchFrames.mjs');
  const address = await serve({ folder: 'dist', base: '/', host: '127.0.0.1', port: 0 });
  // Composited as on a machine without a GPU. An emulated GPU would take a core for itself and measure the emulator.
  const browser = await chromium.launch({ executablePath, args: [...QUIET, '--disable-gpu'] });
  console.log('\nThe page while it trains 60 networks flat out with every chart open');
  const { idle, busy, pauses } = await measureFrames(
    browser,
    `${address}?backend=wasm#/lab?p=compare-cohort`,
    options.quick ? 3 : 7,
  );
  printRatio('frames, training / idle', 0.9, busy, idle);
  console.log(`pause answers after ${spread(pauses)} ms, goal median under 100 ms`);
  await browser.close();
}
process.exit(0);
