import type { ArmSpec, ExperimentSpec } from '../../../spec/experiment';

/** Strength of sharing: none, a penalty weight, or one common trunk. */
export type Strength = 'alone' | number | 'hard';

/** Arms that fill a grid of learning rates and strengths of sharing. */
export interface SearchGrid {
  /** Ascending. */
  readonly rates: readonly number[];
  /** From none to one common trunk. */
  readonly strengths: readonly Strength[];
  /** `arms[row][column]`, indices into `spec.arms`. */
  readonly arms: readonly (readonly number[])[];
}

/** Fewer cells are told apart by their curves. */
const LEAST_CELLS = 6;

const ORDER = (strength: Strength): number =>
  strength === 'alone' ? -1 : strength === 'hard' ? Number.POSITIVE_INFINITY : strength;

function strengthOf({ scheme, balancing, timeline, width }: ArmSpec): Strength | null {
  if (balancing.kind !== 'static' || timeline.length > 0 || width !== null) return null;
  if (scheme.kind === 'alone') return 'alone';
  if (scheme.kind === 'soft') return scheme.lambda;
  return scheme.kind === 'hard' && scheme.groups === null ? 'hard' : null;
}

/** Every rate with every strength, one arm each; strengths that lack a rate are left out. `null` when that leaves no grid. */
export function searchGrid({ arms }: Pick<ExperimentSpec, 'arms'>): SearchGrid | null {
  const cells = arms.flatMap((arm, index) => {
    const strength = strengthOf(arm);
    return strength === null ? [] : [{ index, rate: arm.learningRate, strength }];
  });
  // The baseline that every experiment has may stand beside the grid with a rate of its own.
  const inside = cells.filter(({ strength }) => typeof strength === 'number');
  const rates = [...new Set((inside.length > 0 ? inside : cells).map(({ rate }) => rate))].sort((a, b) => a - b);
  const strengths = [...new Set(cells.map(({ strength }) => strength))]
    .filter((strength) => rates.every((rate) => cells.some((cell) => cell.strength === strength && cell.rate === rate)))
    .sort((a, b) => ORDER(a) - ORDER(b));
  if (rates.length < 2 || strengths.length < 2 || rates.length * strengths.length < LEAST_CELLS) return null;
  const grid = rates.map((rate) =>
    strengths.map((strength) => cells.filter((cell) => cell.rate === rate && cell.strength === strength)),
  );
  // Two arms in one cell differ in something else: then this is no grid.
  if (grid.flat().some((found) => found.length !== 1)) return null;
  return { rates, strengths, arms: grid.map((row) => row.flatMap((found) => found.map(({ index }) => index))) };
}
