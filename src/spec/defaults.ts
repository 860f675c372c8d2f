/**
 * What a preset leaves out. Everything an experiment needs and an author need not say stands here, and nowhere else;
 * but for the sources of tasks, each of which keeps its own defaults in its file.
 */
import type { LayerSpec, OptimizerSpec, ScheduleSpec } from './experiment';
import { ANGLE_DEFAULTS } from './sources/angle';

export const DEFAULTS = {
  angle: ANGLE_DEFAULTS,
  /** Penalty weight of the soft arm that is trained when a preset names no schemes. */
  lambda: 0.01,
  penalty: 'pairwise',
  coupling: 'auto',
  innerSteps: 8,
  outerRate: 1,
  /** Misra et al. 2016: 0.9 for a task's own activations. */
  same: 0.9,
  rateFactor: 10,
  orthogonality: 0,
  /** Liu, Qiu and Huang 2017. */
  adversary: 0.05,
  /** A weak discriminator is dodged, not obeyed: five steps at a high rate remove what one step leaves. */
  discriminatorSteps: 5,
  discriminatorRate: 0.02,
  gating: 'task',
  experts: 8,
  ownExperts: 2,
  expertUnits: 8,
  rank: 2,
  seeds: { first: 1, count: 10 },
  activation: 'relu',
  trunk: [{ units: 16, activation: 'relu' }] as readonly LayerSpec[],
  head: [] as readonly LayerSpec[],
  headStart: 'own',
  steps: 500,
  /** Full batch. */
  batch: null,
  learningRate: 1e-2,
  momentum: 0.9,
  adam: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const satisfies OptimizerSpec,
  schedule: { kind: 'constant' } as const satisfies ScheduleSpec,
  scheduleStepFactor: 0.5,
  scheduleFloor: 0,
  taskWeight: 1,
  /** Evaluations per run that a preset gets when it names no interval. */
  evaluations: 50,
  /** Gradients are measured by default up to so many lanes: they cost one more backward pass over all data. */
  gradientLanes: 64,
} as const;

/**
 * Steps between evaluations: `steps / 50` brought to the nearest of 1, 2, 5, 10, 20, 50 ... (nearest by ratio),
 * so that the steps on an axis are round numbers.
 */
export function defaultEvaluationInterval(steps: number): number {
  const wanted = Math.max(1, steps / DEFAULTS.evaluations);
  const decade = 10 ** Math.floor(Math.log10(wanted));
  let best = decade;
  for (const factor of [2, 5, 10]) {
    const candidate = decade * factor;
    if (Math.abs(Math.log(candidate / wanted)) < Math.abs(Math.log(best / wanted))) best = candidate;
  }
  return best;
}
