import '@tensorflow/tfjs-backend-cpu';
import { expect, it } from 'vitest';
import type { OptimizerSpec, ScheduleSpec } from '../../spec/experiment';
import { createOptimizer } from '../optimizers/registry';
import { scheduleFactor } from '../schedule';
import { arm } from '../testing/smallSpec';
import { stepPace } from './stepPace';

const OPTIMIZERS: readonly OptimizerSpec[] = [
  { kind: 'sgd' },
  { kind: 'momentum', momentum: 0.9 },
  { kind: 'adam', beta1: 0.8, beta2: 0.99, epsilon: 1e-6 },
];
const SCHEDULES: readonly ScheduleSpec[] = [{ kind: 'constant' }, { kind: 'cosine', floor: 0.1 }];

it.each(OPTIMIZERS)('paces $kind as its tensor program does, counted from the last restart', (optimizer) => {
  const reference = createOptimizer(optimizer);
  for (const schedule of SCHEDULES) {
    const training = { steps: 100, batch: null, optimizer, schedule };
    for (const [step, restartedAt] of [
      [0, 0],
      [7, 0],
      [70, 30],
      [99, 99],
    ] as const) {
      const phase = { arm: arm('alone', { kind: 'alone' }, 2, 0.3), restartedAt, rows: [null, null] };
      const age = step - restartedAt;
      const rate = 0.3 * scheduleFactor(schedule, step, 100) * reference.rateFactor(age);
      expect(stepPace(training, phase, step)).toEqual({ rate, epsilon: reference.epsilon(age) });
    }
  }
  reference.dispose();
});
