/** Weights of the tasks of one network from its losses and gradients, which lie in this very memory: nothing is awaited. */
import type { StepKernels } from '../../fused/wasm/stepModule';
import type { TowerPlan } from '../../fused/towerPlan';
import type { ArmSpec } from '../../spec/experiment';
import type { TaskShape } from '../../spec/taskShape';
import type { TaskSplit } from '../../tasks/taskSuite';
import type { BalancedWeights, Balancer } from '../balancer';
import { prefixColumns } from '../layout';
import { measure } from '../measure';
import type { Region, SimdMemory } from './simdMemory';

const FLOAT = 4;

export interface SimdBalancing {
  /** Note the loss of a task; its raw outputs are in the scratch memory. */
  note(task: number, shape: TaskShape, split: TaskSplit, arm: ArmSpec): void;
  /** `null` when the lane is not balanced. @param gradient address of T rows */
  weigh(step: number, lane: number, arm: ArmSpec, gradient: number): BalancedWeights | null;
}

export interface BalancingPlaces {
  /** Raw outputs of the tower at work, [rows, width]. */
  readonly outputs: Region;
  readonly width: number;
  /** Room for T x T numbers. */
  readonly gramian: Region;
}

export function createSimdBalancing(
  balancer: Balancer,
  kernels: StepKernels,
  memory: SimdMemory,
  tower: TowerPlan,
  tasks: number,
  places: BalancingPlaces,
): SimdBalancing {
  const outputs = memory.floats(places.outputs);
  const gramian = memory.floats(places.gramian);
  const losses = new Float64Array(tasks);

  /** Scalar products of the gradients on the columns that the arm ties. */
  function measureGramian(arm: ArmSpec, gradient: number): void {
    const tied = arm.scheme.kind === 'hard' ? arm.scheme.sharedLayers : 0;
    const count = prefixColumns(tower, tied) / 4;
    const row = (task: number): number => gradient + task * tower.columns * FLOAT;
    for (let s = 0; s < tasks; s++) {
      for (let t = 0; t <= s; t++) {
        kernels.dot(row(s), row(t), count, places.gramian.address + (s * tasks + t) * FLOAT);
        gramian[t * tasks + s] = gramian[s * tasks + t] ?? 0;
      }
    }
  }

  return {
    note(task, shape, split, arm) {
      if (!balancer.needsLosses) return;
      losses[task] = (arm.taskWeights[task] ?? 1) * measure(shape, split, outputs, 0, places.width).loss;
    },
    weigh(step, lane, arm, gradient) {
      if (balancer.needsGramian) measureGramian(arm, gradient);
      return balancer.weighLane(
        step,
        lane,
        balancer.needsLosses ? losses : new Float64Array(0),
        balancer.needsGramian ? gramian : new Float32Array(0),
      );
    },
  };
}
