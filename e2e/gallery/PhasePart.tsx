import type { PartProps } from './CurvesPart';
export function PhasePart(_props: PartProps) {
  return null;
}
