import { describe, expect, it } from 'vitest';
import { resolveTasks } from '../spec/resolveTasks';
import type { ScalesSource } from '../spec/sources/scales';
import { taskShapes } from '../spec/taskShapes';
import { drawScales } from './scales';
import { correlation, mean, meanProduct } from './testing/moments';
import { cleanOf, taskOf } from './testing/suiteParts';

function sourceOf(written: object): ScalesSource {
  const source = resolveTasks({ source: 'scales', ...written });
  if (source.source !== 'scales') throw new Error('scales expected');
  return source;
}
const SOURCE = sourceOf({ samples: 50, testSamples: 2_000 });

describe('scales source', () => {
  it('has inputs of length 1 that all tasks see, in every split and every fresh batch', () => {
    const suite = drawScales(SOURCE, 2);
    const fresh = suite.fresh?.(7, 5) ?? [];
    for (const inputs of [taskOf(suite, 0).train.inputs, fresh[0]?.inputs ?? new Float32Array()]) {
      for (let row = 0; 20 * row < inputs.length; row++) {
        const cells = inputs.subarray(20 * row, 20 * (row + 1));
        expect(20 * meanProduct(cells, cells)).toBeCloseTo(1, 5);
      }
    }
    expect(taskOf(suite, 1).test.inputs).toBe(taskOf(suite, 0).test.inputs);
    expect(fresh[1]?.inputs).toBe(fresh[0]?.inputs);
  });

  it('says how its outputs are scaled, and targets and bounds of tanh follow', () => {
    expect(taskShapes(SOURCE).map((shape) => shape.outputScale)).toEqual([1, 10]);
    const [quiet, loud] = drawScales(SOURCE, 2).tasks.map((task) => Math.max(...task.test.targets.map(Math.abs)));
    expect(quiet).toBeLessThanOrEqual(1);
    expect(quiet).toBeGreaterThan(0.99);
    expect(loud).toBeLessThanOrEqual(10);
    expect(loud).toBeGreaterThan(9.9);
  });

  it('has no noise, and tasks that are related through the common part of their weights', () => {
    const { tasks } = drawScales(sourceOf({ scales: [1, 1], testSamples: 2_000 }), 2);
    const [a = [], b = []] = tasks.map((task) => cleanOf(task.test));
    expect(tasks[0]?.test.targets).toEqual(tasks[0]?.test.clean);
    // (B + E_1) and (B + E_2) have weights of correlation one half; tanh bends that a little.
    expect(correlation(a, b)).toBeGreaterThan(0.3);
    expect(correlation(a, b)).toBeLessThan(0.7);
    expect(Math.abs(mean(a))).toBeLessThan(0.1);
  });

  it('changes only the targets of the task whose scale is swept', () => {
    const [one, ten] = [drawScales(sourceOf({ scales: [1, 1] }), 4), drawScales(sourceOf({ scales: [1, 10] }), 4)];
    expect(taskOf(ten, 0).test.targets).toEqual(taskOf(one, 0).test.targets);
    expect(taskOf(ten, 1).test.inputs).toEqual(taskOf(one, 1).test.inputs);
    taskOf(ten, 1).test.targets.forEach((value, i) => {
      expect(value).toBeCloseTo(10 * (taskOf(one, 1).test.targets[i] ?? NaN), 4);
    });
  });
});
