import { useEffect, useRef } from 'react';
import { useThemeVersion } from '../../ui/useThemeVersion';
import { readCanvasInk } from '../canvasInk';
import type { Grid } from './contours';
import styles from './LandscapeMap.module.css';

export interface LandscapeShadeProps {
  readonly grid: Grid;
  /** Ascending. */
  readonly levels: readonly number[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Ink on the highest ground; ways and contours stay readable on it. */
const FULL = 0.22;

/** The heights between the contours as a shade, one pixel per point of the grid, scaled up. */
export function LandscapeShade({ grid, levels, left, top, width, height }: LandscapeShadeProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeVersion();
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!canvas.current || !pen) return;
    const { columns, rows, values } = grid;
    pen.clearRect(0, 0, columns, rows);
    pen.fillStyle = readCanvasInk(canvas.current).ink;
    for (let i = 0; i < values.length; i += 1) {
      const above = levels.filter((level) => (values[i] ?? 0) > level).length;
      pen.globalAlpha = (above / Math.max(1, levels.length)) * FULL;
      pen.fillRect(i % columns, rows - 1 - Math.floor(i / columns), 1, 1);
    }
  }, [grid, levels, theme]);
  return (
    <canvas
      ref={canvas}
      width={grid.columns}
      height={grid.rows}
      className={styles.shade}
      style={{ left, top, inlineSize: width, blockSize: height }}
      aria-hidden="true"
    />
  );
}
