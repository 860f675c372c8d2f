/** What a source's tasks look like, known before any data are drawn. */
import type { TaskSource } from './taskSource';
import type { SplitRows } from './sources/description';
import { describeSource, type ResolvedSource, type SourceName } from './sources/registry';
import type { TaskShape } from './taskShape';

export { PENGUIN_ROWS } from './sources/penguins';

/** One entry per task, in the order in which data, heads and losses come. */
export function taskShapes(source: TaskSource): readonly TaskShape[] {
  return shapesOf(source.source, source);
}

/** Width d of every task's inputs. */
export function inputWidth(source: TaskSource): number {
  return inputsOf(source.source, source);
}

/** Rows of the three parts of each task's data. */
export function splitRows(source: TaskSource): readonly SplitRows[] {
  return rowsOf(source.source, source);
}

function shapesOf<Name extends SourceName>(name: Name, source: ResolvedSource<Name>): readonly TaskShape[] {
  return describeSource(name).shapes(source);
}

function inputsOf<Name extends SourceName>(name: Name, source: ResolvedSource<Name>): number {
  return describeSource(name).inputs(source);
}

function rowsOf<Name extends SourceName>(name: Name, source: ResolvedSource<Name>): readonly SplitRows[] {
  return describeSource(name).rows(source);
}
