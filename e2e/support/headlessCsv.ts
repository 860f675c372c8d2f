/**
 * A program of its own: trains a preset's file (its only parameter) on the fused engine of the processor, by the engine of
 * `npm run lab`, and prints every number measured as the page would export it.
 */
import { readFile } from 'node:fs/promises';
import { createNodeEngine } from '../../src/cli/nodeEngine';
import { runToEnd } from '../../src/cli/runToEnd';
import { recordToCsv } from '../../src/export/recordToCsv';
import { parsePreset } from '../../src/spec/parsePreset';
import { resolve } from '../../src/spec/resolve';

const parsing = parsePreset(await readFile(process.argv[2] ?? '', 'utf8'));
if (!parsing.ok) throw new Error(JSON.stringify(parsing.problems));
const record = await runToEnd(createNodeEngine({ shards: 1 }), resolve(parsing.preset), 'simd', () => undefined);
process.stdout.write(recordToCsv(record));
