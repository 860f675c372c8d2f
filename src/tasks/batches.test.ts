import { describe, expect, it } from 'vitest';
import { batchOrder, createBatchOrder, epochOrder } from './batches';

describe('batchOrder', () => {
  it('is a pure function of the step: any order of asking gives the same rows', () => {
    const forward = createBatchOrder(0, 50, 8);
    const backward = createBatchOrder(0, 50, 8);
    const steps = Array.from({ length: 40 }, (_, i) => i);
    const first = steps.map((step) => [...forward(step)]);
    const second = steps.toReversed().map((step) => [...backward(step)]);
    expect(second.toReversed()).toEqual(first);
    expect([...batchOrder(0, 50, 8, 23)]).toEqual(first[23]);
  });

  it('shows every row at most once an epoch and drops the incomplete batch', () => {
    const order = createBatchOrder(4, 50, 8);
    for (const epoch of [0, 1, 7]) {
      const seen = Array.from({ length: 6 }, (_, i) => [...order(epoch * 6 + i)]).flat();
      expect(new Set(seen).size).toBe(48);
      expect(seen).toEqual([...epochOrder(4, 50, epoch)].slice(0, 48));
    }
    expect([...order(6)]).toEqual([...epochOrder(4, 50, 1)].slice(0, 8));
  });

  it('drops every row equally often in the long run', () => {
    const dropped = new Array<number>(10).fill(0);
    const epochs = 2000;
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const row of epochOrder(2 ** 32 - 1, 10, epoch).subarray(9)) dropped[row] = (dropped[row] ?? 0) + 1;
    }
    const chiSquare = dropped.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    expect(Math.abs(chiSquare - 9)).toBeLessThan(4 * Math.sqrt(18));
  });

  it('shuffles anew for every seed, epoch and row count', () => {
    const a = [...epochOrder(0, 40, 0)];
    expect([...epochOrder(1, 40, 0)]).not.toEqual(a);
    expect([...epochOrder(0, 40, 1)]).not.toEqual(a);
    expect([...epochOrder(0, 41, 0)].filter((row) => row < 40)).not.toEqual(a);
  });

  it('sees all rows when the batch is as large as the data or larger', () => {
    for (const batch of [5, 64]) {
      expect([...batchOrder(0, 5, batch, 3)].sort()).toEqual([0, 1, 2, 3, 4]);
    }
  });

  it('refuses impossible sizes', () => {
    expect(() => createBatchOrder(0, 0, 4)).toThrow(RangeError);
    expect(() => createBatchOrder(0, 4, 0)).toThrow(RangeError);
    expect(() => createBatchOrder(0, 4, 2)(-1)).toThrow(RangeError);
    expect(() => createBatchOrder(0, 4, 2)(0.5)).toThrow(RangeError);
  });
});
