/** What can be said of the tasks of a source without drawing any data: enough to size networks and check presets. */

/** Loss of one task, always the mean over rows (and over outputs, for `mse` and `sigmoid`). */
export type Loss = 'mse' | 'softmax' | 'sigmoid';

/** accuracy: 0..1, higher is better. relativeError: 1 = predicting the mean, lower is better. value: of a function that is itself the aim, lower is better. */
export type Score = 'accuracy' | 'relativeError' | 'value';

export interface TaskShape {
  /** Stable id, e.g. "species"; the page translates known ids and shows unknown ones as they are. */
  readonly name: string;
  readonly loss: Loss;
  /** Width of the output layer: classes for softmax, values for mse, 1.. for sigmoid. */
  readonly outputs: number;
  /** What `testScore` holds for this task. */
  readonly score: Score;
  /**
   * Fixed factor between the output layer and the prediction, 1 when left out: loss and score compare the output times
   * this with the targets. It makes a loss loud (E7) without asking the head to grow.
   */
  readonly outputScale?: number;
}
