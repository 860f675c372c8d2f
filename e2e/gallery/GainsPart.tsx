import type { PartProps } from './CurvesPart';
export function GainsPart(_props: PartProps) {
  return null;
}
