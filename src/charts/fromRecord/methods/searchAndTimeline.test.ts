import { describe, expect, it } from 'vitest';
import type { ArmSpec } from '../../../spec/experiment';
import { searchGrid } from './searchGrid';
import { searchView } from './searchView';
import { arm, error, HARD, madeRun, soft } from './record.fixture';
import { mergeMarks, timelineMarks } from './timelineMarks';

const RATES = [0.01, 0.1, 1];
const LAMBDAS = [0.1, 1, 10];
const GRID: readonly ArmSpec[] = RATES.flatMap((learningRate) =>
  LAMBDAS.map((lambda) => arm(`${learningRate}-${lambda}`, soft(lambda), { learningRate })),
);
const alone = arm('alone', { kind: 'alone' }, { learningRate: 0.01 });

describe('searchGrid', () => {
  it('finds rates and strengths whatever the order, and leaves the baseline beside it', () => {
    const grid = searchGrid({ arms: [alone, ...GRID.toReversed()] });
    expect(grid?.rates).toEqual(RATES);
    expect(grid?.strengths).toEqual(LAMBDAS);
    expect(grid?.arms).toEqual([
      [9, 8, 7],
      [6, 5, 4],
      [3, 2, 1],
    ]);
  });

  it('begins with alone and ends with hard where they have every rate', () => {
    const ends = RATES.flatMap((learningRate) => [
      arm(`alone-${learningRate}`, { kind: 'alone' }, { learningRate }),
      arm(`hard-${learningRate}`, HARD, { learningRate }),
    ]);
    expect(searchGrid({ arms: [...GRID, ...ends] })?.strengths).toEqual(['alone', ...LAMBDAS, 'hard']);
  });

  it('is none with a hole, with two arms in one cell, or when it is too small', () => {
    expect(searchGrid({ arms: GRID.slice(0, 3) })).toBeNull();
    expect(searchGrid({ arms: GRID.slice(0, 4) })?.strengths).toBeUndefined();
    expect(searchGrid({ arms: [...GRID, arm('twice', soft(1), { learningRate: 0.1 })] })).toBeNull();
    const balanced = GRID.map((each) => ({ ...each, balancing: { kind: 'dwa', temperature: 2, every: 20 } as const }));
    expect(searchGrid({ arms: balanced })).toBeNull();
  });
});

describe('searchView', () => {
  const grid = searchGrid({ arms: GRID });
  if (grid === null) throw new Error('no grid');
  const record = madeRun({
    arms: GRID,
    tasks: [error('only')],
    steps: [0, 10, 30, 90],
    // All begin at 1; arm number a loses a share of (a + 1) / 10 at the end, arm 8 most.
    arrays: (step) => {
      const losses = GRID.flatMap((_, a) => [0, 1].map((seed) => (1 - ((a + 1) / 10) * (step / 90)) * (1 + seed)));
      return { validationLoss: losses, testLoss: losses };
    },
  });

  it('waits, fills, and is done', () => {
    const at = (evaluation: number) => searchView(record, grid, { point: 0, evaluation });
    expect(at(0).cells.every(({ state, mean }) => state === 'pending' && mean === null)).toBe(true);
    expect(at(0).halving).toBeNull();
    expect(at(1).cells.every(({ state }) => state === 'running')).toBe(true);
    expect(at(1).steps).toEqual({ done: 90, all: 810 });
    const last = at(-1).cells.at(-1);
    expect(last).toMatchObject({ row: 2, column: 2, state: 'done' });
    expect(last?.mean).toBeCloseTo(0.1, 6);
  });

  it('shows what halving would still train: nine arms, three, one', () => {
    const left = (evaluation: number) => searchView(record, grid, { point: 0, evaluation }).halving?.cells;
    expect(left(1)).toHaveLength(3);
    expect(left(2)).toEqual([{ row: 2, column: 2 }]);
    const { halving } = searchView(record, grid, { point: 0, evaluation: -1 });
    // 9 arms to step 10, 3 on to 30, 1 on to 90.
    expect(halving).toMatchObject({ chosen: 8, steps: 9 * 10 + 3 * 20 + 60 });
    expect(searchView(record, grid, { point: 0, evaluation: 2 }).halving?.chosen).toBeNull();
  });

  it('shows what random search would try: a third', () => {
    const { random } = searchView(record, grid, { point: 0, evaluation: -1 });
    expect(random?.cells).toHaveLength(3);
    expect(random?.steps).toBe(3 * 90);
  });
});

describe('timelineMarks', () => {
  const rate = { at: 20, do: 'rate', learningRate: 0.1 } as const;
  const fuse = { at: 20, do: 'fuse', method: { kind: 'mean' }, tasks: [0, 1], on: 'trunk' } as const;
  const arms = [
    arm('a', { kind: 'alone' }, { timeline: [rate] }),
    arm('b', { kind: 'alone' }, { timeline: [{ ...rate, at: 10 }, rate, fuse] }),
  ];

  it('names each kind of event once per step, with the arms it happens to', () => {
    const marks = timelineMarks({ arms }, ({ operation, arms: which }) => `${operation.do} ${which.join('+')}`);
    expect(marks).toEqual([
      { step: 10, label: 'rate 1' },
      { step: 20, label: 'rate 0+1, fuse 1' },
    ]);
  });

  it('shares its ticks with knobs turned by hand', () => {
    expect(
      mergeMarks(
        [{ step: 20, label: 'fuse' }],
        [
          { step: 5, label: 'λ 1' },
          { step: 20, label: 'λ 2' },
        ],
      ),
    ).toEqual([
      { step: 5, label: 'λ 1' },
      { step: 20, label: 'fuse, λ 2' },
    ]);
  });
});
