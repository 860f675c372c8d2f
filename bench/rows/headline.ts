/**
 * The headline experiment from the first command to the finished record: data, backend, self-test, 720 networks, 500 steps,
 * 21 evaluations. Four angles, nine settings, twenty seeds: the preset `phase-diagram`.
 */
import { createNodeEngine } from '../../src/cli/nodeEngine';
import { runToEnd } from '../../src/cli/runToEnd';
import { presetById } from '../../src/presets';
import type { ExperimentSpec } from '../../src/spec/experiment';
import { tryResolve } from '../../src/spec/resolve';
import type { BackendName } from '../../src/training/events';
import { compare, NOTHING_FOUND } from '../finding';
import type { BenchPart } from '../part';

const WORKERS = 2;

function headlineSpec(quick: boolean): ExperimentSpec {
  const changes = quick ? { training: { steps: 50 } } : {};
  const resolution = tryResolve(presetById('phase-diagram'), changes);
  if (!resolution.ok) throw new Error('the headline experiment cannot be resolved');
  return resolution.spec;
}

async function seconds(spec: ExperimentSpec, backend: BackendName): Promise<number> {
  const start = performance.now();
  const record = await runToEnd(createNodeEngine({ shards: WORKERS }), spec, backend, () => undefined);
  if (record.status !== 'finished') throw new Error(`the headline experiment ${record.status} on ${backend}`);
  return (performance.now() - start) / 1000;
}

export const headline: BenchPart = {
  ids: ['headline'],
  async measure({ quick, tell }) {
    const spec = headlineSpec(quick);
    const repeats = quick ? 1 : 2;
    const tensors: number[] = [];
    const fused: number[] = [];
    for (let repeat = 1; repeat <= repeats; repeat++) {
      tell(`the headline experiment, ${repeat} of ${repeats}`);
      tensors.push(await seconds(spec, 'wasm'));
      fused.push(await seconds(spec, 'simd'));
    }
    const steps = quick ? ', 50 steps only' : '';
    return {
      ...NOTHING_FOUND,
      comparisons: [
        compare({
          id: 'headline',
          what: `headline experiment, whole runs${steps}: TensorFlow.js-wasm / simd, two workers`,
          unit: 'seconds',
          over: { name: 'TensorFlow.js-wasm', values: tensors },
          under: { name: 'simd, two workers', values: fused },
          // Starting takes its time, however short the run.
          goal: quick ? null : 8,
        }),
      ],
    };
  },
};
