/** Where a predicate looks, as indices. */
import type { Evaluation } from '../../training/events';
import type { RunRecord } from '../runRecord';

/** One point at one evaluation. */
export interface Place {
  readonly record: RunRecord;
  readonly evaluation: Evaluation;
  readonly point: number;
}

/** Index of an arm, or `null`. */
export function armIndex(record: RunRecord, id: string): number | null {
  const index = record.spec.arms.findIndex((arm) => arm.id === id);
  return index === -1 ? null : index;
}

/** Indices of arms; `null` unless the run has all of them. */
export function armIndices(record: RunRecord, ids: readonly string[]): readonly number[] | null {
  const indices = ids.flatMap((id) => armIndex(record, id) ?? []);
  return indices.length === ids.length ? indices : null;
}

/** The task of that name; without a name all of them. Empty for a task that the run does not have. */
export function taskIndices(record: RunRecord, name: string | undefined): readonly number[] {
  return record.tasks.flatMap((shape, index) => (name === undefined || shape.name === name ? [index] : []));
}

/** Groups of names as groups of indices; `null` unless they hold every task once. */
export function groupIndices(
  record: RunRecord,
  groups: readonly (readonly string[])[],
): readonly (readonly number[])[] | null {
  const indices = groups.map((group) => group.flatMap((name) => taskIndices(record, name)));
  const flat = indices.flat();
  const complete = flat.length === record.tasks.length && new Set(flat).size === flat.length;
  return complete && groups.flat().length === flat.length ? indices : null;
}

/** Each arm with the next: what an order claims. */
export function neighbours(arms: readonly string[]): readonly (readonly [string, string])[] {
  return arms.slice(1).map((next, index) => [arms[index] ?? next, next] as const);
}

/** Seed by seed the mean over lists; `null` without lists, or when one is empty. */
export function meanOfLists(lists: readonly (readonly number[])[]): readonly number[] | null {
  const [first] = lists;
  if (first === undefined || lists.some((list) => list.length === 0)) return null;
  return first.map((_, seed) => lists.reduce((sum, list) => sum + (list[seed] ?? Number.NaN), 0) / lists.length);
}
