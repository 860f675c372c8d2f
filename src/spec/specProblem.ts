/** Something a preset may not say: where it stands, what is wrong, and the values the message needs. Not a sentence yet. */
import type { Expectation } from './expectation';

export const PROBLEM_CODES = [
  // The file
  'json-syntax',
  'json-end',
  'json-duplicate-key',
  'not-finite',
  'file-too-large',
  'too-deep',
  'too-many-values',
  'forbidden-key',
  'not-plain',
  'unreadable',
  'newer-version',
  // One value
  'missing',
  'wrong-type',
  'not-integer',
  'out-of-range',
  'not-one-of',
  'text-length',
  'list-length',
  'bad-format',
  'unknown-key',
  'not-allowed',
  // Values that do not fit together
  'duplicate',
  'duplicate-id',
  'length-mismatch',
  'seeds-overflow',
  'layers-total',
  'share-too-deep',
  'heads-differ',
  'no-trunk',
  'no-trunk-gradients',
  'weights-zero',
  'batch-too-large',
  'task-unknown',
  'balancing-needs-hard',
  'balancing-needs-rows',
  'balancing-tasks',
  'timeline-needs-rows',
  'timeline-after-end',
  'rows-full-batch',
  'ple-only',
  'sluice-width',
  'probe-needs-trunk',
  'labelled-too-many',
  'sweep-unsupported',
  'sweep-task',
  'table-inputs-missing',
  'table-width',
  'table-rows',
  'table-numbers',
  'table-binary',
  'table-class',
  'table-class-width',
  'table-classes-unused',
  'table-split-index',
  'table-split-overlap',
  'too-many-arms',
  'too-many-lanes',
  'too-many-parameters',
  'too-much-data',
  'record-too-large',
  'check-unknown',
  'check-range',
  'check-window',
  'check-groups',
  'check-unmeasured',
  'check-needs-rows',
  // Links
  'link-codec',
  'link-length',
  'link-characters',
  'link-damaged',
  'link-inflated',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface SpecProblem {
  /** From the root of the preset; empty for the preset as a whole. */
  readonly path: readonly (string | number)[];
  /** Catalogue key: `problem.<code>` in the namespace `errors`. */
  readonly code: ProblemCode;
  /** Values for the placeholders; those of an {@link Expectation} among them. Numbers are raw, to be formatted by the message. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Thrown by `resolve` when a preset and its overrides do not make an experiment. */
export class SpecProblemError extends Error {
  override readonly name = 'SpecProblemError';
  constructor(readonly problems: readonly SpecProblem[]) {
    super(problems.map((problem) => `${problem.path.join('.')}: ${problem.code}`).join('; '));
  }
}

/** The expectation's values as message parameters. */
export function expectationParams(expectation: Expectation): Record<string, string | number> {
  return { ...expectation };
}
