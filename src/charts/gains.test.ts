import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArmMark } from '../ui/armMark';
import { GAIN_SHARES } from '../ui/styles/palette';
import { armTicks } from './armTicks';
import { distanceLimit } from './distanceLimit';
import { gainLimit } from './gainLimit';
import { gainRows } from './gainRows';
import { gainLevel, gainShade } from './gainShade';
import { drawnHalfWidth, gainText } from './gainText';
import { lineEnds } from './lineEnds';
import { panelLayout } from './panelLayout';
import { plotScale } from './plotScale';
import { predictionPlot } from './predictionPlot';
import { drawStroke, nudge } from './predictionStroke';
import { sliceDomain } from './sliceDomain';
import { sparkPath } from './sparkPath';

const arm = (id: string, kind: ArmMark['kind'] = 'soft'): ArmMark => ({
  id,
  label: id,
  shortLabel: id,
  kind,
  tension: 0.5,
});

describe('gains', () => {
  it('fit a round symmetric axis around bars and intervals, and are not stretched by one wild interval', () => {
    expect(gainLimit([{ mean: 0.12, halfWidth: 0.05 }])).toBe(0.2);
    expect(gainLimit([{ mean: -0.12, halfWidth: 9 }])).toBe(0.3);
    expect(gainLimit([])).toBeGreaterThan(0);
    expect(gainLimit([{ mean: 0, halfWidth: null }])).toBeGreaterThan(0);
  });
  it('are written with sign, percent and interval; a single seed has no interval to draw', () => {
    expect(gainText({ mean: 0.12, halfWidth: Infinity }, 'ratio')).toBe('+12%');
    expect(drawnHalfWidth(Infinity)).toBe(0);
    expect(drawnHalfWidth(null)).toBe(0);
  });
  it('are shaded in few steps: none at zero, full at the limit, sides by sign', () => {
    expect(gainLevel(0, 1)).toBe(0);
    expect(gainLevel(0.01, 1)).toBe(1);
    expect(gainLevel(-1, 1)).toBe(GAIN_SHARES.length - 1);
    expect(gainLevel(7, 1)).toBe(GAIN_SHARES.length - 1);
    expect(gainShade(0.5, 1)).toContain('--gain-plus');
    expect(gainShade(-0.5, 1)).toContain('--gain-minus');
  });
  it('stand under their task; tasks without gains and the baseline are left out', () => {
    const bar = { arm: 'hard', task: 1, mean: 0, halfWidth: null, wins: 0, seeds: 1, verdict: 'undecided' as const };
    const rows = gainRows(
      [
        { name: 'a', hue: 0 },
        { name: 'b', hue: 1 },
      ],
      [arm('alone', 'alone'), arm('hard', 'hard')],
      [bar],
    );
    expect(rows.map((row) => row.kind)).toEqual(['task', 'bar']);
    expect(rows[0]?.task.name).toBe('b');
  });
});

describe('distanceLimit', () => {
  it('is a round end above everything, never below it', () => {
    const curve = (mean: readonly number[]) => ({ steps: mean.map((_, i) => i), mean, low: null, high: null });
    expect(distanceLimit([curve([0, 0.3]), curve([0.7])])).toBe(1);
    expect(distanceLimit([])).toBe(0.1);
    expect(distanceLimit([curve([2])])).toBe(2);
  });
});

describe('sliceDomain', () => {
  it('starts errors at zero and holds predictions too', () => {
    const slices = [{ title: 'a', points: [{ arm: 'x', mean: 0.5, halfWidth: 0.1 }] }];
    expect(sliceDomain({ slices, kind: 'error' })[0]).toBe(0);
    expect(sliceDomain({ slices, kind: 'error', predictions: [[2, null], null] })[1]).toBeGreaterThan(2);
    expect(
      sliceDomain({ slices: [{ title: 'a', points: [{ arm: 'x', mean: -0.2, halfWidth: 0.1 }] }], kind: 'gain' })[0],
    ).toBeLessThan(-0.3);
    expect(sliceDomain({ slices: [], kind: 'gain' })).toEqual([-0.1, 0.1]);
  });
});

describe('armTicks', () => {
  const arms = [arm('alone', 'alone'), arm('λ 0.001'), arm('λ 0.01'), arm('λ 0.1'), arm('hard', 'hard')];
  it('writes the letter once and all values where there is room', () => {
    expect(armTicks(arms, 600, 14)).toEqual([null, 'λ 0.001', '0.01', '0.1', null]);
  });
  it('leaves out what would touch', () => {
    const narrow = armTicks(arms, 120, 14).filter((text) => text !== null);
    expect(narrow.length).toBeLessThan(3);
  });
});

describe('drawing a prediction', () => {
  const empty = [null, null, null, null, null];
  it('fills every place a stroke passes', () => {
    expect(drawStroke(empty, { place: 0, value: 0 }, { place: 4, value: 4 }, [0, 10])).toEqual([0, 1, 2, 3, 4]);
    expect(drawStroke(empty, { place: 3.4, value: 1 }, { place: 1.2, value: 1 }, [0, 10])).toEqual([
      null,
      1,
      1,
      1,
      null,
    ]);
  });
  it('sets one place with a tap and stays inside the range', () => {
    expect(drawStroke(empty, { place: 1.6, value: 99 }, { place: 1.6, value: 99 }, [0, 10])).toEqual([
      null,
      null,
      10,
      null,
      null,
    ]);
    expect(drawStroke(empty, { place: -3, value: -9 }, { place: -3, value: -9 }, [0, 10])[0]).toBe(0);
  });
  it('moves handles by keys, from a sensible start', () => {
    expect(nudge(5, 'ArrowUp', [0, 10], 3)).toBe(5.25);
    expect(nudge(10, 'PageUp', [0, 10], 3)).toBe(10);
    expect(nudge(null, 'ArrowDown', [0, 10], 3)).toBe(3);
    expect(nudge(5, 'Home', [0, 10], 3)).toBe(0);
    expect(nudge(5, 'a', [0, 10], 3)).toBeUndefined();
  });
  it('has room for one place and for twenty', () => {
    for (const places of [1, 2, 20]) {
      const plot = predictionPlot({ places, range: [0, 1], kind: 'error', width: 300, height: 200, fontSize: 14 });
      expect(plot.x.place(0)).toBeGreaterThan(plot.left);
      expect(plot.x.place(places - 1)).toBeLessThan(plot.right);
    }
  });
});

describe('panels', () => {
  it('keep a plot of positive size at any width, with labels only where they fit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 10, max: 40 }),
        (width, height, font) => {
          const box = panelLayout(width, height, font, ['0.05', '100'], ['soft λ 0.001 0.0000']);
          expect(box.right).toBeGreaterThan(box.left);
          expect(box.bottom).toBeGreaterThan(box.top);
          if (box.labels) expect(box.right - box.left).toBeGreaterThan(width * 0.3);
        },
      ),
    );
  });

  const line = {
    key: 'k',
    arm: arm('hard', 'hard'),
    hue: 0,
    role: 'full' as const,
    note: '',
    points: { steps: [0, 10, 20], mean: [1, 0.5, 0], low: null, high: null },
  };
  const box = { left: 0, right: 100, top: 0, bottom: 100, labels: true };
  const [x, y] = [plotScale('linear', [0, 20], [0, 100]), plotScale('linear', [0, 1], [100, 0])];

  it('label lines where they end or at the marked step', () => {
    expect(lineEnds([line], null, x, y, box, 12)[0]).toMatchObject({ x: 100, y: 100, value: 0 });
    expect(lineEnds([line], 9, x, y, box, 12)[0]).toMatchObject({ x: 50, y: 50, value: 0.5 });
    expect(lineEnds([{ ...line, points: { ...line.points, steps: [], mean: [] } }], null, x, y, box, 12)).toEqual([]);
  });

  it('label as many of many lines as there is room for, the highest, the lowest and the one pointed at among them', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      ...line,
      key: String(i),
      arm: { ...line.arm, id: String(i) },
      points: { ...line.points, mean: line.points.mean.map(() => i / 29) },
    }));
    const room = Math.floor((box.bottom - box.top) / 12) + 1;
    const named = (emphasis: string | null) =>
      lineEnds(many, null, x, y, box, 12, emphasis).flatMap((end) => (end.labelY === null ? [] : [end.line.key]));
    expect(named(null)).toHaveLength(room);
    expect(named(null)).toEqual(expect.arrayContaining(['0', '29']));
    expect(named('3')).toHaveLength(room);
    expect(named('3')).toContain('3');
    const places = lineEnds(many, null, x, y, box, 12)
      .flatMap((end) => end.labelY ?? [])
      .sort((a, b) => a - b);
    places.slice(1).forEach((place, i) => expect(place - (places[i] ?? 0)).toBeGreaterThanOrEqual(12 - 1e-9));
  });
});

describe('sparkPath', () => {
  it('fits the box and ends at the last value', () => {
    const spark = sparkPath([0, 1, 2], 72, 20, 3);
    expect(spark?.end).toEqual([69, 3]);
    expect(sparkPath([], 72, 20, 3)).toBeNull();
    expect(sparkPath([5], 72, 20, 3)?.end).toEqual([69, 10]);
  });
});
