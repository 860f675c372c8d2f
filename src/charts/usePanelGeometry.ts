import { useMemo } from 'react';
import { formatSignificant } from '../i18n/numberFormat';
import { panelLayout, type PanelBox } from './panelLayout';
import type { PanelLine } from './panelLine';
import { plotScale, type PlotScale, type ScaleKind } from './plotScale';
import { linearTicks, logTicks } from './ticks';

export interface PanelGeometry {
  readonly box: PanelBox;
  readonly x: PlotScale;
  readonly y: PlotScale;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

export interface PanelGeometryInput {
  readonly lines: readonly PanelLine[];
  readonly lastStep: number;
  readonly scale: ScaleKind;
  readonly domain: readonly [number, number];
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

/** Layout, scales and ticks of a panel; the same objects as long as only the data inside the axes change. */
export function usePanelGeometry(input: PanelGeometryInput): PanelGeometry {
  const { lines, lastStep, scale, domain, width, height, fontSize } = input;
  const [low, high] = domain;
  const names = [...new Set(lines.filter((line) => line.role === 'full').map((line) => line.arm.shortLabel))].join(
    '\n',
  );
  return useMemo(() => {
    const yTicks = (scale === 'log' ? logTicks : linearTicks)(low, high, Math.max(2, height / (fontSize * 3.2)));
    const ends = names === '' ? [] : names.split('\n').map((name) => `${name} 0.00000`);
    const box = panelLayout(
      width,
      height,
      fontSize,
      yTicks.map((tick) => formatSignificant(tick)),
      ends,
    );
    return {
      box,
      x: plotScale('linear', [0, Math.max(1, lastStep)], [box.left, box.right]),
      y: plotScale(scale, [low, high], [box.bottom, box.top]),
      xTicks: linearTicks(0, lastStep, Math.max(2, (box.right - box.left) / (fontSize * 5))),
      yTicks,
    };
  }, [scale, low, high, height, fontSize, names, width, lastStep]);
}
