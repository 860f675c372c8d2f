import { useEffect, useRef } from 'react';
import { useThemeVersion } from '../../ui/useThemeVersion';
import { readCanvasInk } from '../canvasInk';
import styles from './DigitSamples.module.css';

export interface PixelImageProps {
  /** Row-major, 0 (paper) .. 1 (ink); values outside are cut. */
  readonly pixels: ArrayLike<number>;
  readonly columns: number;
}

/** A small grey image, one pixel per number, in the ink of the theme. Its words are the caller's. */
export function PixelImage({ pixels, columns }: PixelImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeVersion();
  const rows = Math.ceil(pixels.length / Math.max(1, columns));
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!canvas.current || !pen) return;
    pen.clearRect(0, 0, columns, rows);
    pen.fillStyle = readCanvasInk(canvas.current).ink;
    for (let i = 0; i < pixels.length; i += 1) {
      pen.globalAlpha = Math.min(1, Math.max(0, pixels[i] ?? 0));
      pen.fillRect(i % columns, Math.floor(i / columns), 1, 1);
    }
  }, [pixels, columns, rows, theme]);
  return <canvas ref={canvas} width={columns} height={rows} className={styles.image} aria-hidden="true" />;
}
