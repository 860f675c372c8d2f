/** Plans of shaders for tests: every source of rows, loss, optimizer and activation occurs. */
import type { Activation } from '../../spec/experiment';
import { planTower } from '../towerPlan';
import type { ShaderPlan } from './shaderPlan';

/** @param widths inputs, hidden units, outputs */
export function plan(
  widths: readonly number[],
  activations: readonly Activation[],
  more: Partial<ShaderPlan> = {},
): ShaderPlan {
  const layers = widths.slice(1).map((outputs, index) => {
    return { inputs: widths[index] ?? 0, outputs, activation: activations[index] ?? ('linear' as const) };
  });
  return {
    tower: planTower(layers),
    losses: ['mse'],
    optimizer: { kind: 'sgd' },
    points: 1,
    arms: 2,
    seeds: 3,
    tasks: 2,
    source: 'whole',
    storedRows: 64,
    stepRows: 64,
    anchor: null,
    ...more,
  };
}

export const PLANS: readonly (readonly [string, ShaderPlan])[] = [
  ['one linear layer', plan([3, 1], [])],
  ['2-4-2-1', plan([2, 4, 2, 1], ['tanh', 'tanh'], { storedRows: 10, stepRows: 10, losses: ['sigmoid'] })],
  [
    '8-32-32-2 with Adam on mini-batches',
    plan([8, 32, 32, 2], ['relu', 'tanh'], {
      source: 'ordered',
      storedRows: 500,
      optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      losses: ['mse', 'softmax', 'sigmoid'],
      tasks: 3,
    }),
  ],
  [
    'fresh rows, an anchor and momentum',
    plan([5, 7, 10], ['relu'], {
      source: 'fresh',
      optimizer: { kind: 'momentum', momentum: 0.9 },
      losses: ['softmax'],
      anchor: { at: 2, stiffness: 3 },
    }),
  ],
  ['activations too many for a workgroup', plan([6, 150, 150, 3], ['relu', 'relu'], { source: 'ordered' })],
  ['rows too many for one tile', plan([8, 32, 32, 2], ['tanh', 'tanh'], { storedRows: 500, stepRows: 500 })],
];
