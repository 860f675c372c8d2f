/**
 * Writes src/engine/goldenRun.json: the numbers of the golden run on the plain JavaScript backend.
 * Run with `npx tsx scripts/golden-run.mjs` after a change that is meant to change them, and say why in the commit.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { enableProdMode } from '@tensorflow/tfjs-core';
import { openCpu } from '../src/engine/cpu.ts';
import { trainGoldenRun } from '../src/engine/goldenRun.ts';
import { createTrainer } from '../src/training/createTrainer.ts';

enableProdMode();
await openCpu();
const numbers = await trainGoldenRun(createTrainer);
// Seven digits are all a 32-bit float has.
const rounded = Object.entries(numbers).map(
  ([name, values]) => `  ${JSON.stringify(name)}: [${values.map((value) => Number(value.toPrecision(7))).join(', ')}]`,
);
const file = fileURLToPath(new URL('../src/engine/goldenRun.json', import.meta.url));
writeFileSync(file, `{\n${rounded.join(',\n')}\n}\n`);
process.stdout.write(`${file}: ${Object.values(numbers).flat().length} numbers\n`);
