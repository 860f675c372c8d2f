import { describe, expect, it } from 'vitest';
import type { ArmMark } from '../ui/armMark';
import { drawCurves } from './drawCurves';
import type { PanelLine } from './panelLine';
import { plotScale } from './plotScale';

const ink = {
  ink: 'ink',
  ink3: 'grey',
  tasks: ['blue', 'vermilion'],
  widths: { '--line-alone': 1, '--line-soft': 2, '--line-hard': 3 },
};
const arm = (id: string, kind: ArmMark['kind']): ArmMark => ({ id, label: id, shortLabel: id, kind, tension: 0.5 });
const line = (armMark: ArmMark, role: PanelLine['role'], mean: readonly number[], band = false): PanelLine => ({
  key: `${armMark.id}-${role}`,
  arm: armMark,
  hue: 1,
  role,
  note: '',
  points: { steps: mean.map((_, i) => i), mean, low: band ? mean : null, high: band ? mean : null },
});

/** Records every finished path with the state of the pen. */
function recorder() {
  const strokes: {
    color: unknown;
    width: number;
    dash: readonly number[];
    alpha: number;
    moves: number;
    points: number;
  }[] = [];
  let fills = 0;
  let [moves, points] = [0, 0];
  let dash: readonly number[] = [];
  const pen = {
    lineWidth: 0,
    lineCap: 'butt' as CanvasLineCap,
    lineJoin: 'miter' as CanvasLineJoin,
    strokeStyle: '' as string | CanvasGradient | CanvasPattern,
    fillStyle: '' as string | CanvasGradient | CanvasPattern,
    globalAlpha: 1,
    beginPath: () => ([moves, points] = [0, 0]),
    moveTo: () => (moves += 1),
    lineTo: () => (points += 1),
    closePath: () => undefined,
    setLineDash: (value: Iterable<number>) => (dash = [...value]),
    fill: () => (fills += 1),
    stroke: () =>
      strokes.push({ color: pen.strokeStyle, width: pen.lineWidth, dash, alpha: pen.globalAlpha, moves, points }),
  };
  return { pen, strokes, fills: () => fills };
}

const x = plotScale('linear', [0, 10], [0, 100]);
const y = plotScale('linear', [0, 1], [100, 0]);

describe('drawCurves', () => {
  it('draws earlier runs first, training thinner and paler, tests on top in the scheme’s stroke', () => {
    const { pen, strokes } = recorder();
    const hard = arm('hard', 'hard');
    drawCurves(pen, {
      lines: [line(hard, 'full', [1, 0]), line(hard, 'faint', [1, 0]), line(hard, 'ghost', [1, 0])],
      x,
      y,
      ink,
      emphasis: null,
    });
    expect(strokes.map((s) => s.color)).toEqual(['grey', 'vermilion', 'vermilion']);
    expect(strokes[2]).toMatchObject({ width: 3, dash: [], alpha: 1 });
    expect(strokes[1]?.width).toBeLessThan(3);
    expect(strokes[1]?.alpha).toBeLessThan(1);
  });

  it('dashes soft lines and dots lines of alone', () => {
    const { pen, strokes } = recorder();
    drawCurves(pen, {
      lines: [line(arm('s', 'soft'), 'full', [1, 0]), line(arm('a', 'alone'), 'full', [1, 0])],
      x,
      y,
      ink,
      emphasis: null,
    });
    expect(strokes.every((s) => s.dash.length === 2)).toBe(true);
  });

  it('lifts the pen over what has no place instead of inventing a line', () => {
    const { pen, strokes } = recorder();
    const log = plotScale('log', [0.1, 1], [100, 0]);
    drawCurves(pen, { lines: [line(arm('h', 'hard'), 'full', [1, 0.5, 0, 0.4, 0.2])], x, y: log, ink, emphasis: null });
    expect(strokes[0]).toMatchObject({ moves: 2, points: 2 });
  });

  it('draws bands for tests only and fades the others under emphasis', () => {
    const { pen, strokes, fills } = recorder();
    const lines = [line(arm('h', 'hard'), 'full', [1, 0], true), line(arm('s', 'soft'), 'faint', [1, 0], true)];
    drawCurves(pen, { lines, x, y, ink, emphasis: 'h' });
    expect(fills()).toBe(1);
    expect(strokes.map((s) => s.alpha > 0.5)).toEqual([false, true]);
  });
});
