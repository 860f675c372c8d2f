import { useState } from 'react';
import type { ArmLegendProps } from './ArmLegend';

/** Which arm is brought forward: the one pointed at, else the one kept by a click. */
export function useEmphasis(): Omit<ArmLegendProps, 'arms'> & { readonly emphasis: string | null } {
  const [kept, onKeep] = useState<string | null>(null);
  const [hovered, onHover] = useState<string | null>(null);
  return { kept, onKeep, onHover, emphasis: hovered ?? kept };
}
