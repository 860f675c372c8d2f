/** Who owns which tensor of a state, and what costs an upload. */
import { engine, memory, tensor2d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTensorState } from './tensorState';
import { useBackend } from './testing/backends';

const rows = (...values: readonly number[]) => tensor2d([...values], [2, values.length / 2]);
const numbers = (...values: readonly number[]): Float32Array => Float32Array.from(values);

/** Blocks of numbers that are kept, by however many tensors they are named. */
const blocks = (): number => memory().numDataBuffers;

describe.each(['cpu', 'wasm'] as const)('a state on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('goes back to what was held, as often as wanted, with what balancing remembered then', async () => {
    const before = memory().numTensors;
    const balancer = { memory: numbers(7, 8, 9) };
    const state = createTensorState([rows(1, 2, 3, 4), rows(0, 0)], balancer);
    expect(state.keeping.lengths).toEqual([4, 2, 3]);
    const held = state.keeping.hold();
    for (const round of [1, 2]) {
      state.replace([rows(round, 6, 7, 8), rows(5, 5)]);
      balancer.memory[0] = -round;
      expect(await state.keeping.theta()).toEqual(numbers(round, 6, 7, 8));
      expect(await held.theta()).toEqual(numbers(1, 2, 3, 4));
      held.restore();
      expect(await state.keeping.save()).toEqual([numbers(1, 2, 3, 4), numbers(0, 0), numbers(7, 8, 9)]);
    }
    held.release();
    state.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('holds without a copy, and keeps no tensor that nobody needs', () => {
    const before = blocks();
    const state = createTensorState([rows(1, 2, 3, 4)]);
    const held = state.keeping.hold();
    expect(blocks() - before).toBe(1);
    state.replace([rows(5, 6, 7, 8)]);
    expect(blocks() - before).toBe(2);
    held.release();
    expect(blocks() - before).toBe(1);
    state.dispose();
    expect(blocks()).toBe(before);
  });

  it('copies the arrays that it is given and those that it gives', async () => {
    const balancer = { memory: numbers(9) };
    const state = createTensorState([rows(1, 2)], balancer);
    const given = [numbers(3, 4), numbers(5)];
    state.keeping.restore(given);
    for (const values of given) values.fill(0);
    const saved = await state.keeping.save();
    expect(saved).toEqual([numbers(3, 4), numbers(5)]);
    for (const values of saved) values.fill(0);
    expect(await state.keeping.save()).toEqual([numbers(3, 4), numbers(5)]);
    state.dispose();
  });

  it('uploads no array that it has handed out itself, unless the state has changed since', async () => {
    const state = createTensorState([rows(1, 2)]);
    const theta = await state.keeping.theta();
    const costOf = (values: Float32Array): number => {
      const before = blocks();
      const uploaded = state.upload(values);
      const cost = blocks() - before;
      uploaded.dispose();
      return cost;
    };
    expect(costOf(theta)).toBe(0);
    expect(costOf(theta.slice())).toBe(1);
    state.replace([rows(3, 4)]);
    expect(costOf(theta)).toBe(1);
    const old = state.upload(theta);
    expect(Float32Array.from(await old.data())).toEqual(numbers(1, 2));
    old.dispose();
    // Read before, arrived after a step: the array is of a state that is gone.
    const late = state.keeping.theta();
    state.replace([rows(5, 6)]);
    expect(costOf(await late)).toBe(1);
    state.dispose();
  });

  it('has nothing to wait for', () => {
    const state = createTensorState([rows(1, 2)]);
    expect(state.keeping.settle()).toBeUndefined();
    expect(engine().backendName).toBe(backend);
    state.dispose();
  });
});
