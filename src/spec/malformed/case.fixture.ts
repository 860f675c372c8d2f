import type { ProblemCode } from '../specProblem';

/** Name, input, code, place (empty = whole), and what the message must hold besides. */
export type Case = readonly [
  name: string,
  input: unknown,
  code: ProblemCode,
  place: string,
  ...parts: readonly string[],
];
