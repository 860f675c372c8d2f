/**
 * Fused compute shaders against TensorFlow.js, all on the one device that TensorFlow.js holds: 64 lanes of the hard-shared
 * 8-32-32-2 network. Calls of the graphics interface per network-step, then steps per second.
 */
import { openWgsl } from '../../src/engine/wgsl';
import { createTrainer } from '../../src/training/createTrainer';
import { cohortSpec, HARD } from '../comparisonCohort';
import { takeTurns, type Contestant } from '../contest';
import { tunedContestant } from '../contestants/tunedContestant';
import { trainerContestant } from '../contestants/trainers';
import { answerRequests } from './answerRequests';
import { countCalls } from './countCalls';
import { wasmPaths } from './wasmAssets';

const LANES = 64;
const SPEC = cohortSpec([HARD], LANES);

/** Steps between two looks at the clock. */
const BURST = { fused: 16, tensors: 1 };
/** Steps over which calls are counted: some full dispatches. Tensors make the same calls at every step. */
const COUNTED = { fused: 256, tensors: 2 };

/** Calls per network-step of a burst of steps, waiting for its end included. What comes once in a run is no part of it. */
async function callsPerStep({ work }: Contestant, first = work): Promise<readonly number[]> {
  await first();
  const counter = countCalls(
    [GPUDevice, GPUQueue, GPUCommandEncoder, GPUComputePassEncoder, GPUBuffer].map((each) => each.prototype),
  );
  const steps = await work();
  counter.stop();
  return [counter.calls / steps];
}

answerRequests('graphics', async ({ repeats, block }) => {
  const { detail, rowPrograms } = await openWgsl({ forced: true, wasmPaths });
  if (!rowPrograms) throw new Error('no fused steps on this device');
  const contestants = {
    fused: (steps: number, trainer = createTrainer(SPEC, { rowPrograms })): Contestant =>
      trainerContestant(SPEC, trainer, steps),
    tuned: (steps: number): Contestant => tunedContestant(LANES, steps),
    programs: (steps: number): Contestant => trainerContestant(SPEC, createTrainer(SPEC), steps),
  };
  const { fused, tuned, programs } = contestants;
  const counted = createTrainer(SPEC, { rowPrograms });
  const calls = {
    fused: await callsPerStep(fused(COUNTED.fused, counted), fused(1, counted).work),
    tuned: await callsPerStep(tuned(COUNTED.tensors)),
    programs: await callsPerStep(programs(COUNTED.tensors)),
  };
  const rates = await takeTurns(
    new Map([
      ['fused', fused(BURST.fused)],
      ['tuned', tuned(BURST.tensors)],
      ['programs', programs(BURST.tensors)],
    ]),
    { blocks: repeats, milliseconds: block },
  );
  const of = (name: string): readonly number[] => rates.get(name) ?? [];
  return {
    adapter: detail,
    rows: [
      { name: 'steps', ours: of('fused'), theirs: of('tuned') },
      { name: 'steps of programs', ours: of('fused'), theirs: of('programs') },
      { name: 'calls', ours: calls.fused, theirs: calls.tuned },
      { name: 'calls of programs', ours: calls.fused, theirs: calls.programs },
    ],
  };
});
