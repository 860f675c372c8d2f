/** What a part of the benchmark hands back: comparisons with a goal, and tables that only report. */
import { median, quantile, ratioOf, type Ratio } from './statistics';

/** One side of a comparison; one number per block. */
export interface Side {
  readonly name: string;
  readonly values: readonly number[];
}

export interface Comparison {
  readonly id: string;
  readonly what: string;
  /** What the numbers of both sides count, e.g. `network-steps/s`. */
  readonly unit: string;
  readonly over: Side;
  readonly under: Side;
  readonly ratio: Ratio;
  /** Least ratio wanted; `null` = reported only. */
  readonly goal: number | null;
}

/** A measurement without an opponent. */
export interface Reading {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly values: readonly number[];
  /** Largest median wanted. */
  readonly atMost: number;
}

export interface Listing {
  readonly id: string;
  readonly what: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Findings {
  readonly comparisons: readonly Comparison[];
  readonly readings: readonly Reading[];
  readonly listings: readonly Listing[];
  /** What could not be measured on this machine, and why. */
  readonly missing: readonly { readonly id: string; readonly why: string }[];
}

export const NOTHING_FOUND: Findings = { comparisons: [], readings: [], listings: [], missing: [] };

export function together(parts: readonly Findings[]): Findings {
  return {
    comparisons: parts.flatMap(({ comparisons }) => comparisons),
    readings: parts.flatMap(({ readings }) => readings),
    listings: parts.flatMap(({ listings }) => listings),
    missing: parts.flatMap(({ missing }) => missing),
  };
}

/** @param factor units of `over` in units of `under` */
export function compare(facts: Omit<Comparison, 'ratio'>, factor = 1): Comparison {
  return { ...facts, ratio: ratioOf(facts.over.values, facts.under.values, factor) };
}

/** Whether the median ratio reaches its goal; `null` without one. */
export function isReached({ ratio, goal }: Pick<Comparison, 'ratio' | 'goal'>): boolean | null {
  return goal === null ? null : ratio.ratio >= goal;
}

/** Three digits, with separators in large numbers. */
export function brief(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) < 100) return Number(value.toPrecision(3)).toString();
  return Math.round(Number(value.toPrecision(3))).toLocaleString('en');
}

/** Median with quartiles. */
export function spread(values: readonly number[]): string {
  if (values.length === 1) return brief(median(values));
  return `${brief(median(values))} (${brief(quantile(values, 0.25))} – ${brief(quantile(values, 0.75))})`;
}
