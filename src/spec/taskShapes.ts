/** What a source's tasks look like, known before any data are drawn. */
import type { Loss, PenguinsSource, TableSource, TaskSource } from './experiment';
import type { TaskShape } from './taskShape';

/** One entry per task, in the order in which data, heads and losses come. */
export function taskShapes(source: TaskSource): readonly TaskShape[] {
  switch (source.source) {
    case 'penguins':
      return source.tasks.map((name) => PENGUIN_SHAPES[name]);
    case 'table':
      return source.tasks.map((task) => ({
        name: task.name,
        loss: task.loss,
        outputs: task.classes ?? task.targets[0]?.length ?? 0,
        score: scoreOf(task.loss),
      }));
    case 'angle':
      return ANGLE_SHAPES;
  }
}

/** Width d of every task's inputs. */
export function inputWidth(source: TaskSource): number {
  switch (source.source) {
    case 'penguins':
      return 3;
    case 'table':
      return tableInputs(source, 0)[0]?.length ?? 0;
    case 'angle':
      return source.dimension;
  }
}

/** The input rows of one task of a table: its own, else the common ones. */
export function tableInputs(source: TableSource, task: number): readonly (readonly number[])[] {
  return source.tasks[task]?.inputs ?? source.inputs ?? [];
}

/** Of 333 penguins with nothing missing, in every seed's stratified split. */
export const PENGUIN_ROWS = { train: 200, validation: 66, test: 67 } as const;

/** Rows of the three parts of each task's data. */
export interface SplitRows {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

export function splitRows(source: TaskSource): readonly SplitRows[] {
  switch (source.source) {
    case 'penguins':
      return source.tasks.map((_, task) => ({
        ...PENGUIN_ROWS,
        train: source.labelled[task] ?? PENGUIN_ROWS.train,
      }));
    case 'table':
      return source.tasks.map((task) => {
        const rows = task.targets.length;
        const { split } = source;
        return split === null
          ? { train: rows, validation: rows, test: rows }
          : { train: split.train.length, validation: split.validation.length, test: split.test.length };
      });
    case 'angle':
      return source.samples.map((train) => ({
        train,
        validation: source.validationSamples,
        test: source.testSamples,
      }));
  }
}

function scoreOf(loss: Loss): TaskShape['score'] {
  return loss === 'mse' ? 'relativeError' : 'accuracy';
}

const PENGUIN_SHAPES: Readonly<Record<PenguinsSource['tasks'][number], TaskShape>> = {
  species: { name: 'species', loss: 'softmax', outputs: 3, score: 'accuracy' },
  sex: { name: 'sex', loss: 'sigmoid', outputs: 1, score: 'accuracy' },
  mass: { name: 'mass', loss: 'mse', outputs: 1, score: 'relativeError' },
};

const ANGLE_SHAPES: readonly TaskShape[] = [
  { name: 'first', loss: 'mse', outputs: 1, score: 'relativeError' },
  { name: 'second', loss: 'mse', outputs: 1, score: 'relativeError' },
];
