/** When the common start of meta-learning moves, and how far (`metaStep.ts` says what happens then). */
import type { Scheme } from '../spec/scheme';

export interface MetaCycle {
  /** Steps of a cycle, its outer step among them. */
  readonly length: number;
  readonly method: 'reptile' | 'fomaml';
  readonly rate: number;
  /** Steps after which there are no outer steps any more. */
  readonly over: number;
}

/** `null` for schemes that learn no common start. */
export function metaCycle(scheme: Scheme): MetaCycle | null {
  if (scheme.kind !== 'meta') return null;
  const { method, innerSteps, outerRate: rate, annealOver } = scheme;
  return { method, length: method === 'fomaml' ? innerSteps + 1 : innerSteps, rate, over: annealOver };
}

/** Whether the step number `step` (0-based) ends a cycle. */
export function isOuterStep(cycle: MetaCycle, step: number): boolean {
  return (step + 1) % cycle.length === 0 && step + 1 <= cycle.over;
}

/** The outer rate, which falls linearly from cycle to cycle; 0 within a cycle. */
export function outerRate(cycle: MetaCycle, step: number): number {
  return isOuterStep(cycle, step) ? cycle.rate * (1 - (step + 1 - cycle.length) / cycle.over) : 0;
}
