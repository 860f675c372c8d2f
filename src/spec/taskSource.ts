/** Where the data of an experiment come from, every setting written out. One interface per source, see `sources/`. */

/** Loss of one task, always the mean over rows (and over outputs, for `mse` and `sigmoid`). */
export type Loss = 'mse' | 'softmax' | 'sigmoid';

/** Palmer penguins (real): bill length, bill depth, flipper length -> species (softmax 3), sex (sigmoid 1), mass (mse 1). */
export interface PenguinsSource {
  readonly source: 'penguins';
  readonly tasks: readonly ('species' | 'sex' | 'mass')[];
  /** Labelled training rows per task (same order as `tasks`); `null` = all of the training split. */
  readonly labelled: readonly (number | null)[];
}

export interface TableTask {
  readonly name: string;
  readonly loss: Loss;
  /** n x d inputs of this task; `null` = the table's common inputs. */
  readonly inputs: readonly (readonly number[])[] | null;
  /** n x outputs for mse / sigmoid (0 or 1); n x 1 class indices (0-based integers) for softmax. */
  readonly targets: readonly (readonly number[])[];
  /** Number of classes (softmax only), else `null`. */
  readonly classes: number | null;
}

/** A small table inside the preset itself; at most 2,000 numbers. */
export interface TableSource {
  readonly source: 'table';
  /** Common inputs n x d, or `null` when each task brings its own. */
  readonly inputs: readonly (readonly number[])[] | null;
  readonly tasks: readonly TableTask[];
  /** Fixed split by row index (same for each task); `null` = every row is in train, validation and test alike. */
  readonly split: {
    readonly train: readonly number[];
    readonly validation: readonly number[];
    readonly test: readonly number[];
  } | null;
}

/** Two tasks whose teachers stand at a chosen angle. LIN and RF of the literature notes (E1, E2, E8). */
export interface AngleSource {
  readonly source: 'angle';
  /** linear: y = w_t.x + noise. relu: y = a_t.relu(B^T x) + noise with `features` columns in B, shared by both tasks. */
  readonly teacher: 'linear' | 'relu';
  readonly dimension: number;
  /** Columns of B (relu teacher; ignored, 1, for the linear one). */
  readonly features: number;
  /** Degrees, 0..180. a_2 = cos(angle) a_1 + sin(angle) a_perp, |a_perp| = |a_1|. */
  readonly angle: number;
  /** Training rows per task. */
  readonly samples: readonly [number, number];
  /** Standard deviation of the label noise. */
  readonly noise: number;
  readonly validationSamples: number;
  readonly testSamples: number;
}

export type TaskSource = PenguinsSource | TableSource | AngleSource;
