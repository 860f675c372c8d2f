import { useMemo } from 'react';
import { useThemeVersion } from './useThemeVersion';

/** The small text size (`--size-0`) in CSS pixels, for layouts that have to know it before anything is drawn. */
export function useTextSize(): number {
  const theme = useThemeVersion();
  return useMemo(() => readTextSize(theme), [theme]);
}

/** The version is an argument so that a changed theme is a new reading. */
function readTextSize(_version: number): number {
  const root = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(root.fontSize) || 16;
  return rem * (Number.parseFloat(root.getPropertyValue('--size-0')) || 0.82);
}
