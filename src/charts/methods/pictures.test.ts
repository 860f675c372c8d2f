import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameGroups } from './affinitySummary';
import { contour, contourLevels, type Grid } from './contours';
import { decimalsOf, fixedText } from './fixedText';
import { gateDifference } from './gateSummary';
import { blockEdges, groupOrder } from './groupOrder';
import { hill } from './hill';
import { inkShade } from './inkShade';
import { mixingSlots, ownShare } from './mixingSlots';
import { placeLabels } from './placeLabels';
import { asGoodAs, bestCell, goodness, type SearchCell } from './searchCells';

function grid(columns: number, rows: number, f: (c: number, r: number) => number): Grid {
  const values = Array.from({ length: columns * rows }, (_, i) => f(i % columns, Math.floor(i / columns)));
  return { x: [0, 1], y: [0, 1], columns, rows, values };
}

describe('contours', () => {
  it('of a plane lie on the line itself', () => {
    const pieces = contour(
      grid(9, 7, (c, r) => 2 * c - r),
      3.3,
    );
    expect(pieces.length).toBeGreaterThan(5);
    for (const [x, y] of pieces.flat()) expect(2 * x - y).toBeCloseTo(3.3, 9);
  });

  it('of a cone are circles to the accuracy of the grid, closed: every end is met twice', () => {
    const pieces = contour(
      grid(41, 41, (c, r) => Math.hypot(c - 20, r - 20)),
      11.25,
    );
    const ends = new Map<string, number>();
    for (const [x, y] of pieces.flat()) {
      expect(Math.hypot(x - 20, y - 20)).toBeCloseTo(11.25, 1);
      const key = `${x.toFixed(6)} ${y.toFixed(6)}`;
      ends.set(key, (ends.get(key) ?? 0) + 1);
    }
    expect([...ends.values()].every((count) => count === 2)).toBe(true);
  });

  it('cut off the corners of a saddle that its middle does not belong to', () => {
    const saddle = (high: number): Grid => grid(2, 2, (c, r) => (c === r ? high : 0));
    // Corners (1, 0) and (0, 1) are low: a piece that cuts one of them off lies off the diagonal.
    const offDiagonal = (high: number): number[] =>
      contour(saddle(high), 1).map(([p, q]) => Math.abs(p[0] + q[0] - p[1] - q[1]) / 2);
    expect(offDiagonal(3).map((far) => far > 0.3)).toEqual([true, true]);
    expect(offDiagonal(1.5).map((far) => far < 1e-9)).toEqual([true, true]);
  });

  it('leave out what is not finite', () => {
    expect(
      contour(
        grid(2, 3, (c) => (c === 0 ? NaN : c)),
        0.5,
      ),
    ).toEqual([]);
  });

  it('have levels that cut the values into equal parts', () => {
    expect(contourLevels({ values: Array.from({ length: 100 }, (_, i) => i * i) }, 3)).toEqual([625, 2500, 5625]);
    expect(contourLevels({ values: [1, 1, 1] }, 5)).toEqual([1]);
  });
});

describe('mixing tables', () => {
  it('the own share is 1 for the identity, 1 / T for equal parts, whatever the parts', () => {
    for (const parts of [1, 2]) {
      const n = 3 * parts;
      const identity = Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
      expect(ownShare(identity, 3, parts)).toBe(1);
      expect(ownShare(new Array<number>(n * n).fill(0.2), 3, parts)).toBeCloseTo(1 / 3, 12);
    }
    expect(mixingSlots(2, 2)).toEqual([
      { task: 0, part: 0 },
      { task: 0, part: 1 },
      { task: 1, part: 0 },
      { task: 1, part: 1 },
    ]);
  });

  it('a negative weight counts by its size', () => {
    expect(ownShare([0.5, -0.5, 0.5, -0.5], 2, 1)).toBeCloseTo(0.5, 12);
  });
});

describe('gates', () => {
  it('differ by 0 from themselves, by 1 from what they share nothing with', () => {
    expect(gateDifference([0.3, 0.7], [0.3, 0.7])).toBe(0);
    expect(gateDifference([1, 0, 0], [0, 0.5, 0.5])).toBe(1);
    expect(gateDifference([0.6, 0.4], [0.4, 0.6])).toBeCloseTo(0.2, 12);
  });
});

describe('groups of an affinity matrix', () => {
  it('stand together, tasks in none last', () => {
    expect(
      groupOrder(5, [
        [0, 3],
        [2, 4],
      ]),
    ).toEqual({ order: [0, 3, 2, 4, 1], group: [0, 0, 1, 1, 2] });
  });

  it('are outlined once all round', () => {
    const places = groupOrder(4, [[0, 1, 2], [3]]);
    expect(blockEdges(places, 0, 0)).toBe('top left');
    expect(blockEdges(places, 2, 1)).toBe('bottom');
    expect(blockEdges(places, 1, 1)).toBe('');
    expect(blockEdges(places, 3, 3)).toBe('top bottom left right');
    expect(blockEdges(places, 0, 3)).toBe('');
  });

  it('are the same in any order', () => {
    expect(sameGroups([[0, 2], [1]], [[1], [2, 0]])).toBe(true);
    expect(sameGroups([[0, 2], [1]], [[0, 1], [2]])).toBe(false);
  });
});

describe('labels of points', () => {
  it('never touch each other and never leave the box', () => {
    const point = fc.record({
      x: fc.integer({ min: 0, max: 300 }),
      y: fc.integer({ min: 0, max: 200 }),
      width: fc.integer({ min: 5, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), (wishes) => {
        const placed = placeLabels(wishes, { width: 300, height: 200 }, 14, 6);
        const areas = placed.flatMap((place, i) =>
          place === null
            ? []
            : [{ left: place.x, right: place.x + (wishes[i]?.width ?? 0), top: place.y - 7, bottom: place.y + 7 }],
        );
        areas.forEach((a, i) => {
          expect(a.left >= 0 && a.right <= 300 && a.top >= 0 && a.bottom <= 200).toBe(true);
          for (const b of areas.slice(i + 1)) {
            expect(a.right < b.left || a.left > b.right || a.bottom < b.top || a.top > b.bottom).toBe(true);
          }
        });
      }),
    );
  });

  it('the first one gets the first place', () => {
    const wish = { x: 100, y: 100, width: 30 };
    expect(placeLabels([wish, wish], { width: 300, height: 200 }, 14, 6)).toEqual([
      { x: 106, y: 100 },
      { x: 64, y: 100 },
    ]);
  });
});

describe('a search', () => {
  const cell = (row: number, mean: number | null, state: SearchCell['state'] = 'done'): SearchCell => ({
    ...{ row, column: 0, mean, state },
    halfWidth: mean === null ? null : 0.05,
  });

  it('is won by the lowest finished error; what was stopped or is not a number never wins', () => {
    const cells = [cell(0, 0.3), cell(1, 0.1, 'stopped'), cell(2, 0.2), cell(3, NaN), cell(4, null, 'pending')];
    expect(bestCell(cells)?.row).toBe(2);
    expect(bestCell([cell(0, 0.1, 'running')])).toBeNull();
  });

  it('cannot tell cells apart within the interval of the best', () => {
    const best = cell(0, 0.2);
    expect([0.24, 0.26].map((mean) => asGoodAs(best, cell(1, mean)))).toEqual([true, false]);
    expect(asGoodAs(best, best)).toBe(false);
  });

  it('shades from worst to best, and a diverged cell does not flatten the rest', () => {
    const cells = [cell(0, 0.1), cell(1, 0.2), cell(2, 1e9)];
    expect(goodness(0.1, cells)).toBe(1);
    expect(goodness(1e9, cells)).toBe(0);
    expect(goodness(0.2, cells)).toBeCloseTo(Math.log(10) / Math.log(20), 9);
  });
});

describe('small ones', () => {
  it('a hill has two ends and a top', () => {
    expect(hill({ steps: [0, 0.5, 1], mean: [0.1, 0.7, 0.2] })).toEqual({ first: 0.1, last: 0.2, top: 0.7, at: 0.5 });
    expect(hill({ steps: [0], mean: [1] })).toBeNull();
  });

  it('numbers of a table have the same decimals, a true minus, and no sign at zero', () => {
    expect([0.0719, -0.0301, 0.0001, -0.0001].map((value) => fixedText(value, 3, true))).toEqual([
      '+0.072',
      '\u22120.030',
      '0.000',
      '0.000',
    ]);
    expect([0.1, 0.034, 12, 0].map(decimalsOf)).toEqual([2, 3, 0, 0]);
  });

  it('a shade is cut at both ends', () => {
    expect(inkShade(2)).toBe(inkShade(1));
    expect(inkShade(-1)).toBe(inkShade(NaN));
  });
});
