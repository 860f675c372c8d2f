import type { ExperimentSpec } from '../../../spec/experiment';

/**
 * Three rows that tell the story: the smallest swept value, the largest, and between them the one asked for (or the
 * nearest to it). Indices into `spec.points`, by ascending value; fewer when the sweep is shorter.
 */
export function typicalPoints(spec: Pick<ExperimentSpec, 'points'>, middle: number): readonly number[] {
  const ascending = spec.points
    .map(({ value }, index) => ({ index, value: value ?? index }))
    .sort((a, b) => a.value - b.value);
  const inner = ascending.slice(1, -1).sort((a, b) => Math.abs(a.value - middle) - Math.abs(b.value - middle));
  return [ascending[0], inner[0], ascending.length > 1 ? ascending.at(-1) : undefined].flatMap(
    (point) => point?.index ?? [],
  );
}
