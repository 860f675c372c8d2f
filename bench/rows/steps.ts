/** Training steps of the hard-shared 8-32-32-2 network, batch 64, Adam: this engine against the others, in Node. */
import { createTrainer } from '../../src/training/createTrainer';
import { cohortSpec, HARD } from '../comparisonCohort';
import { takeTurns, type Contestant } from '../contest';
import { jaxContestant, objectContestant, plainContestant } from '../contestants/baselines';
import { openTensorflow } from '../contestants/openTensorflow';
import { createSimdTrainer } from '../contestants/simdTrainers';
import { tunedContestant } from '../contestants/tunedContestant';
import { trainerContestant } from '../contestants/trainers';
import { compare, NOTHING_FOUND, type Comparison } from '../finding';
import type { BenchPart } from '../part';
import { createPeakContestant } from '../peak/registerLoop';
import { stepOperations } from '../peak/stepOperations';
import { guardParity } from './guardParity';

const ONE = cohortSpec([HARD], 1);
const MANY = cohortSpec([HARD], 64);

/** Who takes part. Steps between two looks at the clock are chosen to take some hundredths of a second. */
const CONTESTANTS = {
  'simd, 64 lanes': async () => trainerContestant(MANY, await createSimdTrainer(MANY, 1), 40),
  'simd, 64 lanes, two workers': async () => trainerContestant(MANY, await createSimdTrainer(MANY, 2), 100),
  'simd, 1 lane': async () => trainerContestant(ONE, await createSimdTrainer(ONE, 1), 1000),
  'TensorFlow.js-wasm tuned, 64 lanes': async () => tunedContestant(64, 5),
  'TensorFlow.js-wasm tuned, 1 lane': async () => tunedContestant(1, 50),
  'tensor programs on TensorFlow.js-wasm, 64 lanes': async () => trainerContestant(MANY, createTrainer(MANY), 5),
  'tensor programs on TensorFlow.js-wasm, 1 lane': async () => trainerContestant(ONE, createTrainer(ONE), 50),
  'plain TensorFlow.js loop': async () => plainContestant(),
  'object per neuron': async () => objectContestant(),
  'jax-js, 64 lanes': () => jaxContestant(64, 2),
  'jax-js, 1 lane': () => jaxContestant(1, 50),
  'multiply-add loop': createPeakContestant,
} as const satisfies Readonly<Record<string, () => Promise<Contestant>>>;

type Name = keyof typeof CONTESTANTS;

interface Row {
  readonly id: string;
  readonly over: Name;
  readonly under: Name;
  readonly goal: number | null;
  /** In place of "over / under". */
  readonly what?: string;
  readonly unit?: string;
  readonly factor?: number;
}

const ROWS: readonly Row[] = [
  { id: 'lanes', over: 'simd, 64 lanes', under: 'TensorFlow.js-wasm tuned, 64 lanes', goal: 6 },
  { id: 'workers', over: 'simd, 64 lanes, two workers', under: 'TensorFlow.js-wasm tuned, 64 lanes', goal: 10 },
  { id: 'single', over: 'simd, 1 lane', under: 'TensorFlow.js-wasm tuned, 1 lane', goal: 8 },
  {
    ...{ id: 'programs', over: 'simd, 64 lanes', under: 'tensor programs on TensorFlow.js-wasm, 64 lanes' },
    goal: null,
  },
  {
    ...{ id: 'programs-single', over: 'simd, 1 lane', under: 'tensor programs on TensorFlow.js-wasm, 1 lane' },
    goal: null,
  },
  { id: 'loop', over: 'simd, 64 lanes', under: 'plain TensorFlow.js loop', goal: 25 },
  { id: 'objects', over: 'simd, 64 lanes', under: 'object per neuron', goal: 50 },
  { id: 'jax', over: 'simd, 64 lanes', under: 'jax-js, 64 lanes', goal: 8 },
  { id: 'jax-single', over: 'simd, 1 lane', under: 'jax-js, 1 lane', goal: null },
  {
    id: 'peak',
    over: 'simd, 64 lanes',
    under: 'multiply-add loop',
    goal: 0.4,
    what: "share of this machine's peak: simd, 64 lanes, one worker / a multiply-add loop in registers",
    unit: 'network-steps/s, operations/s',
    factor: stepOperations([8, 32, 32, 2], 64),
  },
];

export const steps: BenchPart = {
  ids: ROWS.map(({ id }) => id),
  async measure({ quick, wants, tell }) {
    const rows = ROWS.filter(({ id }) => wants(id));
    const names = new Set(rows.flatMap(({ over, under }) => [over, under]));
    await openTensorflow();
    tell('that the fused steps are those of the reference');
    await guardParity();
    const contestants = new Map<Name, Contestant>();
    for (const name of names) contestants.set(name, await CONTESTANTS[name]());
    const plan = quick ? { blocks: 3, milliseconds: 500 } : { blocks: 7, milliseconds: 2000 };
    tell(`training steps: ${names.size} contestants, ${plan.blocks} blocks of ${plan.milliseconds} ms each`);
    const rates = await takeTurns(contestants, plan);
    const side = (name: Name): Comparison['over'] => ({ name, values: rates.get(name) ?? [] });
    const comparisons = rows.map(({ id, over, under, goal, what, unit, factor }) =>
      compare(
        {
          ...{ id, goal, what: what ?? `${over} / ${under}`, unit: unit ?? 'network-steps/s' },
          ...{ over: side(over), under: side(under) },
        },
        factor,
      ),
    );
    return { ...NOTHING_FOUND, comparisons };
  },
};
