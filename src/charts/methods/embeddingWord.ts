/** Words on a map, and the classes that tasks give them. */
import type { TaskMark } from '../../ui/taskMark';

export interface EmbeddingWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Class of the word for every task; `null` = the task has nothing to say of it. */
  readonly classes: readonly (number | null)[];
}

export interface EmbeddingTask extends TaskMark {
  /** Names of its classes. */
  readonly classes: readonly string[];
}
