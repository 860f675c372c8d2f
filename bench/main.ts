/**
 * `npm run bench`: what this engine does against others, as ratios of things timed in one run, interleaved, medians and
 * quartiles. Prints; writes BENCHMARKS.md when told to. A slow machine or a missed goal is no error.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { NOTHING_FOUND, together, type Findings } from './finding';
import { findingsMarkdown } from './markdown';
import type { BenchOptions, BenchPart } from './part';
import { findingsText } from './reportText';
import { PARTS } from './rows';
import { surroundings } from './surroundings';

const USAGE = `npm run bench -- [--quick] [--only row,row] [--gpu] [--write]

  --quick   few, short blocks: a first look
  --only    some rows: ${PARTS.flatMap(({ ids }) => ids).join(' ')}
  --gpu     compute shaders on the graphics card, not on the software adapter
  --write   BENCHMARKS.md`;

/** @returns exit code */
export async function bench(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ quick: { type: 'boolean', default: false }, gpu: { type: 'boolean', default: false } },
      ...{ write: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
      only: { type: 'string' },
    },
  });
  const wanted = values.only?.split(',');
  const unknown = wanted?.filter((id) => !PARTS.some(({ ids }) => ids.includes(id))) ?? [];
  if (values.help || unknown.length > 0) {
    console.log(USAGE);
    return unknown.length > 0 ? 2 : 0;
  }
  const facts = await surroundings();
  console.log(facts.map(([name, value]) => `${name}: ${value}`).join('\n'));
  const options: BenchOptions = {
    ...{ quick: values.quick, gpu: values.gpu },
    wants: (id) => wanted?.includes(id) ?? true,
    tell: (what) => console.log(`... ${what}`),
  };
  const found: Findings[] = [];
  for (const part of PARTS.filter(({ ids }) => ids.some(options.wants))) {
    const findings = await measure(part, options);
    console.log(`\n${findingsText(findings)}\n`);
    found.push(findings);
  }
  const all = together(found);
  if (values.write) await write(findingsMarkdown(all, facts));
  return all.missing.length > 0 ? 1 : 0;
}

/** What cannot be measured here does not keep the rest from being measured. */
async function measure(part: BenchPart, options: BenchOptions): Promise<Findings> {
  try {
    return await part.measure(options);
  } catch (error) {
    console.error(error);
    const why = error instanceof Error ? error.message : String(error);
    return { ...NOTHING_FOUND, missing: part.ids.filter(options.wants).map((id) => ({ id, why })) };
  }
}

async function write(markdown: string): Promise<void> {
  const file = new URL('../BENCHMARKS.md', import.meta.url);
  await writeFile(file, await format(markdown, { ...(await resolveConfig(file)), parser: 'markdown' }));
  console.log('BENCHMARKS.md');
}
