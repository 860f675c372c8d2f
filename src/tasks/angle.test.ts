import { describe, expect, it } from 'vitest';
import type { AngleSource } from '../spec/experiment';
import { drawSuite } from './drawSuite';
import type { TaskSplit, TaskSuite } from './taskSuite';

const LINEAR: AngleSource = {
  source: 'angle',
  teacher: 'linear',
  dimension: 10,
  features: 1,
  angle: 60,
  samples: [30, 40],
  noise: 0.5,
  validationSamples: 50,
  testSamples: 500,
};
const RELU: AngleSource = { ...LINEAR, teacher: 'relu', dimension: 20, features: 4, noise: 0.2 };

function task(suite: TaskSuite, index: number) {
  const data = suite.tasks[index];
  if (data === undefined) throw new Error(`no task ${index}`);
  return data;
}
function splits(suite: TaskSuite): TaskSplit[] {
  return suite.tasks.flatMap((data) => [data.train, data.validation, data.test]);
}
function clean(split: TaskSplit): Float32Array {
  if (split.clean === null) throw new Error('no clean targets');
  return split.clean;
}
function mean(values: Iterable<number>): number {
  const all = [...values];
  return all.reduce((sum, value) => sum + value, 0) / all.length;
}

describe.each([LINEAR, RELU])('angle source, $teacher teacher', (source) => {
  it('has the shapes it was asked for', () => {
    const suite = drawSuite(source, 0);
    expect(suite.inputs).toBe(source.dimension);
    expect(suite.tasks.map((data) => data.train.rows)).toEqual([30, 40]);
    for (const split of splits(suite)) {
      expect(split.inputs.length).toBe(split.rows * source.dimension);
      expect(split.targets.length).toBe(split.rows);
      expect(clean(split).length).toBe(split.rows);
    }
  });

  it('is repeatable, and another seed is another draw', () => {
    expect(drawSuite(source, 7)).toEqual(drawSuite(source, 7));
    const first = task(drawSuite(source, 7), 0).train;
    const other = task(drawSuite(source, 8), 0).train;
    expect([...other.inputs]).not.toEqual([...first.inputs]);
  });

  it('is paired over angles: inputs, noise and the first task stay', () => {
    const a = drawSuite({ ...source, angle: 0 }, 3);
    const b = drawSuite({ ...source, angle: 75 }, 3);
    expect(task(b, 0)).toEqual(task(a, 0));
    expect(task(b, 1).train.inputs).toEqual(task(a, 1).train.inputs);
    const noise = (suite: TaskSuite) => {
      const { targets, clean: noiseFree } = task(suite, 1).train;
      return [...targets].map((value, i) => value - (noiseFree?.[i] ?? NaN));
    };
    noise(b).forEach((value, i) => expect(value).toBeCloseTo(noise(a)[i] ?? NaN, 5));
    expect([...clean(task(b, 1).train)]).not.toEqual([...clean(task(a, 1).train)]);
  });

  it('only extends when more samples are asked for', () => {
    const few = drawSuite(source, 3);
    const many = drawSuite({ ...source, samples: [90, 90], testSamples: 900 }, 3);
    splits(few).forEach((split, i) => {
      const longer = splits(many)[i];
      expect(longer?.inputs.subarray(0, split.inputs.length)).toEqual(split.inputs);
      expect(longer?.targets.subarray(0, split.rows)).toEqual(split.targets);
    });
  });

  it('draws every split and task separately: no row occurs twice', () => {
    const rows = splits(drawSuite(source, 3)).flatMap((split) =>
      Array.from({ length: split.rows }, (_, i) =>
        split.inputs.subarray(i * source.dimension, i * source.dimension + 3).join(),
      ),
    );
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('adds noise of the asked size to the clean targets of every split', () => {
    for (const split of splits(drawSuite({ ...source, samples: [2000, 2000], validationSamples: 2000 }, 0))) {
      const noise = [...split.targets].map((value, i) => value - (clean(split)[i] ?? NaN));
      const bound = 4.5 / Math.sqrt(split.rows);
      expect(Math.abs(mean(noise) / source.noise)).toBeLessThan(bound);
      expect(Math.abs(mean(noise.map((e) => e * e)) / source.noise ** 2 - 1)).toBeLessThan(bound * Math.SQRT2);
    }
    const silent = drawSuite({ ...source, noise: 0 }, 0);
    for (const split of splits(silent)) expect(split.targets).toEqual(split.clean);
  });

  it('draws noise apart from inputs, from the other task’s and from the other splits’ noise', () => {
    const suite = drawSuite({ ...source, samples: [2000, 2000], validationSamples: 2000, testSamples: 2000 }, 1);
    const drawn = splits(suite).flatMap((split) => [
      [...split.targets].map((value, i) => (value - (clean(split)[i] ?? NaN)) / source.noise),
      [...split.inputs.subarray(0, 2000)],
    ]);
    drawn.forEach((a, k) => {
      for (const b of drawn.slice(0, k)) {
        expect(Math.abs(mean(a.map((value, i) => value * (b[i] ?? NaN))))).toBeLessThan(4.5 / Math.sqrt(2000));
      }
    });
  });

  it('at 180 degrees is the exact negative', () => {
    const straight = drawSuite({ ...source, angle: 0 }, 5);
    const opposite = drawSuite({ ...source, angle: 180 }, 5);
    const negated = clean(task(straight, 1).test).map((value) => 0 - value);
    expect(clean(task(opposite, 1).test)).toEqual(negated);
  });

  it('does with one direction what one direction allows', () => {
    const single: AngleSource = { ...source, dimension: source.teacher === 'linear' ? 1 : 5, features: 1 };
    expect(() => drawSuite({ ...single, angle: 0 }, 0)).not.toThrow();
    expect(() => drawSuite({ ...single, angle: 180 }, 0)).not.toThrow();
    expect(() => drawSuite({ ...single, angle: 45 }, 0)).toThrow(RangeError);
  });
});

describe('angle source', () => {
  it('linear: targets are e_1 and cos e_1 + sin e_2 of the inputs', () => {
    const suite = drawSuite(LINEAR, 11);
    const { inputs } = task(suite, 1).test;
    clean(task(suite, 1).test).forEach((value, i) => {
      const x1 = inputs[i * 10] ?? NaN;
      const x2 = inputs[i * 10 + 1] ?? NaN;
      expect(value).toBe(Math.fround(0.5 * x1 + (Math.sqrt(3) / 2) * x2));
    });
    task(suite, 0).test.inputs.forEach((value, i) => {
      if (i % 10 === 0) expect(clean(task(suite, 0).test)[i / 10]).toBe(value);
    });
  });

  it('relu: both tasks look through the same features, so f_60 = cos f_0 + sin f_90 in every row', () => {
    const at = (angle: number) => clean(task(drawSuite({ ...RELU, angle }, 2), 1).test);
    const [zero, right, third] = [at(0), at(90), at(60)];
    third.forEach((value, i) => {
      expect(value).toBeCloseTo(0.5 * (zero[i] ?? NaN) + (Math.sqrt(3) / 2) * (right[i] ?? NaN), 5);
    });
  });

  it('relu: the mean over seeds of the target variance is that of unit features', () => {
    // z = b.x is standard normal; a ~ N(0, I): E over a of f^2 = q E relu(z)^2 = q / 2.
    const squares = Array.from({ length: 300 }, (_, seed) => {
      const { test } = task(drawSuite({ ...RELU, testSamples: 50, samples: [1, 1], validationSamples: 1 }, seed), 1);
      return mean(clean(test).map((value) => value * value));
    });
    const spread = Math.sqrt(mean(squares.map((s) => (s - mean(squares)) ** 2)) / squares.length);
    expect(Math.abs(mean(squares) - RELU.features / 2)).toBeLessThan(4 * spread);
  });
});
