import { useMemo } from 'react';
import { useThemeVersion } from './useThemeVersion';

/** The thinnest data line of the theme (`--line-alone`) in CSS pixels, for drawings that cannot use the token itself. */
export function useLineWidth(): number {
  const theme = useThemeVersion();
  return useMemo(() => readLineWidth(theme), [theme]);
}

/** The version is an argument so that a changed theme is a new reading. */
function readLineWidth(_version: number): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--line-alone')) || 1.5;
}
