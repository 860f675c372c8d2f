/** What a source of tasks says about itself: one file per source holds one of these, `registry.ts` lists them all. */
import type * as z from 'zod/mini';
import type { DeepReadonly } from '../deepFreeze';
import type { SpecProblem } from '../specProblem';
import type { TaskShape } from '../taskShape';

/** The form of a source: an object told apart from the others by its key `source`. */
export type SourceFields = z.ZodMiniType & z.core.$ZodTypeDiscriminable;

/** What an author writes of a source whose form is `Fields`. */
export type Written<Fields extends SourceFields> = DeepReadonly<z.output<Fields>>;

/** Rows of the three parts of each task's data. */
export interface SplitRows {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

export interface SourceDescription<Fields extends SourceFields, Resolved> {
  /** What an author writes; whatever has a default may be left out. */
  readonly fields: Fields;
  /**
   * Every default written out, as plain data. The result may be written in turn and resolves to itself, so that a
   * recording is read by the same `fields`; only `table` is an exception.
   */
  resolve(written: Written<Fields>): Resolved;
  /** One entry per task, in the order in which data, heads and losses come. */
  shapes(source: Resolved): readonly TaskShape[];
  /** Width d of every task's inputs. */
  inputs(source: Resolved): number;
  /** Rows of each task, in the same order; they depend on the settings alone, never on the seed. */
  rows(source: Resolved): readonly SplitRows[];
  /** What a schema cannot say, e.g. that two lists are equally long. `path` is where `written` stands. */
  check(written: Written<Fields>, path: readonly (string | number)[]): readonly SpecProblem[];
  /**
   * What the `sweep` of a preset may vary, and how: the source at one value. The names are those of `sweepField`.
   * `task` narrows it to the task of that name, where the name takes one.
   */
  readonly sweeps: Readonly<Record<string, (source: Resolved, value: number, task: string | undefined) => Resolved>>;
  /** Whether training and validation rows can be pooled and split again (cross-validation). Left out: always. */
  readonly canFold?: (source: Resolved) => boolean;
}
