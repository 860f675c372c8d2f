import type { PartProps } from './CurvesPart';
export function TowersPart(_props: PartProps) {
  return null;
}
