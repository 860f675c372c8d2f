/**
 * `npm test`: installs, finds or installs a Chromium, runs every check, ends with `N passed, N failed`.
 * `npm test -- types unit` runs only the stages named. A failed stage does not keep the others from being tried.
 */
import { ensureInstalled } from './install.mjs';
import { check } from './stages/check.mjs';
import { browserTests } from './stages/browserTests.mjs';
import { unitTests } from './stages/unitTests.mjs';

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped]
 * @property {string} [output] what a reader needs to see when it failed
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<Result>} run
 * @property {boolean} [aside] may run beside others: one process, no timing
 * @property {string} [needs] stage without which this one cannot be tried
 */

/** @type {readonly Stage[]} */
const STAGES = [
  { name: 'types', run: check('types'), aside: true },
  { name: 'lint', run: check('lint'), aside: true },
  { name: 'format', run: check('format:check'), aside: true },
  { name: 'layers', run: check('layers'), aside: true },
  { name: 'dead-code', run: check('dead-code'), aside: true },
  { name: 'unit', run: unitTests },
  { name: 'build', run: check('build') },
  { name: 'size', run: check('size'), needs: 'build' },
  { name: 'browser', run: browserTests, needs: 'build' },
];
/** How many stages run beside each other. */
const BESIDE = 2;

/** @type {Map<string, Result>} */
const results = new Map();
/** One line per stage, told when it ends and again at the very end. */
const summary = /** @type {string[]} */ ([]);

/** @param {Stage} stage */
async function perform(stage) {
  const started = performance.now();
  const result = await attemptStage(stage);
  results.set(stage.name, result);
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  const skipped = result.skipped ? `, ${result.skipped} skipped` : '';
  const counts = `${result.passed} passed, ${result.failed} failed${skipped}`;
  const line = `${result.failed ? 'FAIL' : 'ok  '} ${stage.name.padEnd(10)}${seconds} s   ${counts}`;
  summary.push(line);
  console.log(line);
  if (result.failed && result.output) console.log(result.output.trimEnd().replace(/^/gm, '     '));
}

/**
 * @param {Stage} stage
 * @returns {Promise<Result>}
 */
async function attemptStage({ run, needs }) {
  if (needs !== undefined && results.get(needs)?.failed)
    return { passed: 0, failed: 1, output: `not tried: ${needs} failed` };
  try {
    return await run();
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

/** @param {readonly Stage[]} stages */
async function performAll(stages) {
  const waiting = stages.filter(({ aside }) => aside);
  const lane = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) await perform(stage);
  };
  await Promise.all(Array.from({ length: BESIDE }, lane));
  for (const stage of stages) if (!stage.aside) await perform(stage);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. Stages: ${STAGES.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const started = performance.now();
try {
  await ensureInstalled();
  await performAll(STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)));
} catch (error) {
  results.set('install', { passed: 0, failed: 1 });
  console.error(error instanceof Error ? error.message : error);
}
/** @param {'passed' | 'failed'} what */
const total = (what) => [...results.values()].reduce((sum, result) => sum + result[what], 0);
console.log(`\n${summary.join('\n')}\n${((performance.now() - started) / 1000).toFixed(0)} s in all`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') > 0 ? 1 : 0;
