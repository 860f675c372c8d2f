import { expect, test } from 'vitest';
import { rememberFresh } from './recentRows';
import type { FreshRows, TaskSuite } from './taskSuite';

test('rows are drawn once, forgotten after a while, and the same when drawn again', () => {
  let drawn = 0;
  const fresh = (step: number, batch: number): readonly FreshRows[] => {
    drawn++;
    return [{ inputs: Float32Array.of(step, batch), targets: new Float32Array(0) }];
  };
  const suite: TaskSuite = { inputs: 1, tasks: [], fresh };
  const { fresh: remembering } = rememberFresh(suite);
  if (remembering === null) throw new Error('nothing to draw from');
  const first = remembering(0, 8);
  expect(remembering(0, 8)).toBe(first);
  expect(drawn).toBe(1);
  expect(remembering(0, 4)[0]?.inputs[1]).toBe(4);
  for (let step = 1; step < 100; step++) remembering(step, 8);
  expect(remembering(99, 8)[0]?.inputs[0]).toBe(99);
  const before = drawn;
  expect(remembering(0, 8)).toEqual(first);
  expect(drawn).toBe(before + 1);
});
