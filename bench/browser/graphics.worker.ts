/**
 * Fused compute shaders against the lab's tensor programs on TensorFlow.js, both on the one device that TensorFlow.js holds:
 * 64 lanes of the hard-shared 8-32-32-2 network. Steps per second, then calls of the graphics interface per network-step.
 */
import { openWgsl } from '../../src/engine/wgsl';
import { laneCount } from '../../src/spec/experiment';
import { createTrainer } from '../../src/training/createTrainer';
import type { Trainer } from '../../src/training/trainer';
import { cohortSpec, HARD } from '../comparisonCohort';
import { takeTurns } from '../contest';
import { trainerContestant } from '../contestants/trainers';
import { answerRequests } from './answerRequests';
import { countCalls } from './countCalls';

import { wasmPaths } from './wasmAssets';

const SPEC = cohortSpec([HARD], 64);
/** Steps over which calls are counted. Tensor programs make the same calls at every step. */
const COUNTED = { fused: 200, tensors: 4 };

/** Calls per network-step of a burst of steps, waiting for its end included. */
async function callsPerStep(trainer: Trainer, steps: number): Promise<number> {
  await trainer.settle();
  const counter = countCalls(
    [GPUDevice, GPUQueue, GPUCommandEncoder, GPUComputePassEncoder, GPUBuffer].map((each) => each.prototype),
  );
  await trainer.advance(steps);
  await trainer.settle();
  counter.stop();
  return counter.calls / (steps * laneCount(SPEC));
}

answerRequests('graphics', async ({ repeats, block }) => {
  const { detail, rowPrograms } = await openWgsl({ forced: true, wasmPaths });
  if (!rowPrograms) throw new Error('no fused steps on this device');
  const trainers = { fused: createTrainer(SPEC, { rowPrograms }), tensors: createTrainer(SPEC) };
  const calls = {
    fused: await callsPerStep(trainers.fused, COUNTED.fused),
    tensors: await callsPerStep(trainers.tensors, COUNTED.tensors),
  };
  const rates = await takeTurns(
    new Map([
      ['fused', trainerContestant(SPEC, trainers.fused, 20)],
      ['tensors', trainerContestant(SPEC, trainers.tensors, 1)],
    ]),
    { blocks: repeats, milliseconds: block },
  );
  return {
    adapter: detail,
    rows: [
      { name: 'steps', ours: rates.get('fused') ?? [], theirs: rates.get('tensors') ?? [] },
      { name: 'calls', ours: [calls.fused], theirs: [calls.tensors] },
    ],
  };
});
