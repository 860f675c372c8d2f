/** Findings as a page to keep: what `npm run bench -- --write` makes of them. */
import { brief, isReached, spread, type Findings } from './finding';
import { median } from './statistics';

type Cells = readonly string[];

const escape = (cell: string): string => cell.replaceAll('|', '\\|');
const row = (cells: Cells): string => `| ${cells.map(escape).join(' | ')} |`;
const table = (head: Cells, rows: readonly Cells[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const answer = (reached: boolean | null): string => (reached === null ? '–' : reached ? 'yes' : '**no**');

/** What the rows are, in words; `EXPLAINED` ids only, in this order. */
const EXPLAINED: readonly (readonly [string, string])[] = [
  [
    'The network',
    'Unless a row says otherwise: two regression tasks on common inputs, one hard-shared trunk 8-32-32, one output each, 64 of 192 rows a step, Adam at 0.01. A *lane* is one such network with a seed of its own; a *network-step* is one update of one lane. Only completed steps count: every block ends when the numbers are there.',
  ],
  [
    'simd',
    "This project's fused step in one WebAssembly-SIMD module, batches assembled on the way. One worker is one thread; two workers are two, each training half of the lanes, as in the page. Before anything is timed, 50 steps of it are compared with the tensor programs.",
  ],
  [
    'TensorFlow.js tuned',
    'TensorFlow.js at its best for this network, written for this benchmark: all lanes in one set of tensors, the shared trunk computed once, forward and backward pass by hand, one flat tensor of parameters with one flat Adam, batches uploaded beforehand, nothing read while it trains. One thread, SIMD build. Tested like the objects below.',
  ],
  [
    'tensor programs',
    'What this project runs on TensorFlow.js, its reference: any scheme, a tower per task, so twice the arithmetic on this network. Slower than the tuned program, and therefore not what the goals are measured by.',
  ],
  [
    'plain TensorFlow.js loop',
    'The way of a good tutorial: a variable per weight and bias, the tape, `optimizer.minimize`, the loss read every step. One network.',
  ],
  [
    'object per neuron',
    'Written for this benchmark in the manner of the best-known playgrounds: an object per neuron and per connection, one sample at a time. A test follows it step by step against the reference.',
  ],
  [
    'jax-js',
    '`jit(vmap(step))` with `valueAndGrad` and a hand-written Adam, WebAssembly device, in Node (one thread there). Its batches are uploaded beforehand and used in turn. Tested like the objects.',
  ],
  [
    'share of peak',
    'Operations of the network (two per weight and row in the forward pass, in the gradient of the weights and in that of the inputs; nothing else is counted, nothing twice) per second, over those of a loop of multiplications and additions in registers, same instructions, one core.',
  ],
  [
    'headline experiment',
    'The preset `phase-diagram`: 4 angles, 9 settings, 20 seeds, 500 steps, 21 evaluations. Seconds from the command to the finished record, start of the engine and self-test included.',
  ],
  [
    'wgsl, calls',
    "Both sides on the device that TensorFlow.js holds, in a worker of headless Chromium. A software adapter's figure says nothing about a graphics card; the calls (methods of device, queue, encoders, buffers) are the same on any machine.",
  ],
  [
    'frames',
    'Frames of the page in two seconds, by `requestAnimationFrame`, while 60 networks train flat out and every chart is open, over those of the page at rest; no GPU.',
  ],
];

/** @param facts machine and versions */
export function findingsMarkdown(
  { comparisons, readings, listings, missing }: Findings,
  facts: readonly (readonly [string, string])[],
): string {
  const ratios = comparisons.map((each): Cells => {
    const range = each.over.values.length > 1 ? `${brief(each.ratio.low)} – ${brief(each.ratio.high)}` : 'exact';
    const goal = each.goal === null ? '–' : brief(each.goal);
    return [each.what, brief(each.ratio.ratio), range, goal, answer(isReached(each))];
  });
  const sides = comparisons.map((each): Cells => {
    const count = `${each.over.values.length}`;
    return [each.what, spread(each.over.values), spread(each.under.values), each.unit, count];
  });
  const reads = readings.map((each): Cells => {
    const reached = answer(median(each.values) <= each.atMost);
    return [each.what, `${spread(each.values)} ${each.unit}`, `at most ${each.atMost}`, reached];
  });
  return [
    '# Benchmarks',
    'Written by `npm run bench -- --write` on an otherwise idle machine; `npm run bench` measures again without writing, `-- --quick` takes a first look, `-- --only lanes,jax` some rows. Ratios of medians over interleaved blocks in one process; the quartiles are those of the ratios block by block. Only ratios travel from machine to machine.',
    table(['', ''], facts),
    '## Goals',
    table(['what', 'ratio', 'quartiles', 'goal', 'reached'], ratios),
    ...(reads.length === 0 ? [] : [table(['what', 'median (quartiles)', 'goal', 'reached'], reads)]),
    '## Both sides',
    'Medians and quartiles.',
    table(['what', 'first', 'second', 'unit', 'blocks'], sides),
    ...listings.flatMap(({ what, head, rows }) => [
      `## ${what[0]?.toUpperCase() ?? ''}${what.slice(1)}`,
      table(head, rows),
    ]),
    ...(missing.length === 0 ? [] : ['## Not measured', ...missing.map(({ id, why }) => `- ${id}: ${why}`)]),
    '## What the rows are',
    EXPLAINED.map(([name, words]) => `- **${name}**: ${words}`).join('\n'),
    '',
  ].join('\n\n');
}
