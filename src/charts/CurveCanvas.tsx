import { useEffect, useRef } from 'react';
import { useThemeVersion } from '../ui/useThemeVersion';
import { readCanvasInk } from './canvasInk';
import styles from './CurvePanel.module.css';
import { drawCurves } from './drawCurves';
import type { PanelBox } from './panelLayout';
import type { PanelLine } from './panelLine';
import type { PlotScale } from './plotScale';

export interface CurveCanvasProps {
  readonly lines: readonly PanelLine[];
  readonly x: PlotScale;
  readonly y: PlotScale;
  readonly box: PanelBox;
  readonly width: number;
  readonly height: number;
  readonly emphasis: string | null;
}

/** The lines of a panel; redrawn at most once per animation frame, sharp on every screen. */
export function CurveCanvas({ lines, x, y, box, width, height, emphasis }: CurveCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeVersion();
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const element = canvas.current;
      const pen = element?.getContext('2d');
      if (element === null || pen === null || pen === undefined) return;
      const ratio = devicePixelRatio;
      const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (element.width !== pixelWidth) element.width = pixelWidth;
      if (element.height !== pixelHeight) element.height = pixelHeight;
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, width, height);
      pen.save();
      pen.beginPath();
      // Thick lines on the frame may show their full width.
      pen.rect(box.left - 1, box.top - 3, box.right - box.left + 4, box.bottom - box.top + 6);
      pen.clip();
      drawCurves(pen, { lines, x, y, ink: readCanvasInk(element), emphasis });
      pen.restore();
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [lines, x, y, box, width, height, emphasis, theme]);
  return <canvas ref={canvas} className={styles.canvas} style={{ inlineSize: width, blockSize: height }} />;
}
