/**
 * Every limit of the lab in one table. The preset schema, the knobs of the page, the command line and the checks
 * all read it, so that a value a knob offers is a value the parser accepts.
 *
 * Sizes (`lanes`, `parameters`, `dataNumbers`, `recordNumbers`) are counted from the spec before anything is allocated.
 */
export interface Range {
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly integer: boolean;
}

function whole(min: number, max: number): Range {
  return { min, max, integer: true };
}

function real(min: number, max: number): Range {
  return { min, max, integer: false };
}

export const LIMITS = {
  // Networks
  units: whole(1, 512),
  /** Layers with parameters of one tower: trunk, hidden head layers, output. */
  layers: whole(1, 16),
  /** Hidden layers in one list (trunk or head); one layer is the output. */
  hiddenLayers: whole(0, 15),
  sharedLayers: whole(0, 16),

  // Training
  steps: whole(1, 100_000),
  batch: whole(1, 1_024),
  learningRate: real(1e-8, 10),
  lambda: real(0, 1e9),
  taskWeight: real(0, 1_000),
  momentum: real(0, 0.999),
  beta1: real(0, 0.999),
  beta2: real(0, 0.999999),
  epsilon: real(1e-12, 1),
  scheduleEvery: whole(1, 100_000),
  scheduleFactor: real(1e-3, 1),
  scheduleFloor: real(0, 1),
  evaluationEvery: whole(1, 100_000),

  // Schemes
  /** Tasks named in one group; groups of a scheme. */
  group: whole(1, 10),
  groups: whole(1, 10),
  /** Share of a task's own activations. */
  share: real(0, 1),
  rateFactor: real(0, 1_000),
  /** Weight of an orthogonality or of an adversary. */
  penalty: real(0, 100),
  innerSteps: whole(1, 100),
  outerRate: real(1e-6, 10),
  subspaces: whole(1, 2),
  experts: whole(1, 16),
  levels: whole(1, 4),
  rank: whole(1, 64),
  events: whole(1, 16),
  probes: whole(0, 4),
  eventStep: whole(1, 100_000),

  // Landscape
  /** Number of one of the three starts. */
  start: whole(0, 2),
  coordinate: real(-20, 20),

  // Balancing
  balancingRate: real(1e-6, 1),
  dwaTemperature: real(0.05, 100),
  dwaEvery: whole(1, 10_000),
  gradnormAlpha: real(0, 10),
  cagradRadius: real(0, 100),
  gradvacDecay: real(0, 1),
  famoDecay: real(0, 1),
  /** 1 = in proportion to the rows; large = every task alike. */
  samplingTemperature: real(0.1, 1e6),

  // Tasks and data
  tasks: whole(2, 10),
  samples: whole(1, 20_000),
  dimension: whole(2, 512),
  /** Of a relu teacher at least 2, or there is no room for an angle; a linear one has 1. */
  features: whole(1, 512),
  reluFeatures: whole(2, 512),
  /** Degrees. */
  angle: real(0, 180),
  noise: real(0, 100),
  tableNumbers: whole(1, 2_000),
  tableRows: whole(1, 2_000),
  /** A row number, from 0. */
  tableRow: whole(0, 1_999),
  tableValue: real(-1e6, 1e6),
  tableColumns: whole(1, 512),
  outputs: whole(1, 64),
  classes: whole(2, 64),

  // Sources
  /** Units of every trunk layer, swept. */
  width: whole(1, 512),
  /** Number of a fold of a cross-validation, swept. */
  fold: whole(0, 15),
  /** Between the weights of two teachers (cosine). */
  correlation: real(0, 1),
  /** Factor on the targets of a task. */
  scale: real(0.001, 1_000),
  singularValue: real(0, 100),
  probability: real(0, 1),
  /** Words of a generated review. */
  tokens: whole(1, 100),

  // Real data
  /** Rows of a reader's table without missing values. */
  ownRows: whole(20, 20_000),
  /** Inputs a reader may choose, and the numbers they may become (a category is one number per level). */
  ownInputs: whole(1, 32),
  ownWidth: whole(1, 512),
  /** Levels of a category. */
  ownLevels: whole(2, 20),
  ownLevelNames: whole(0, 20),
  /** Pieces of a packed column. */
  ownPieces: whole(1, 6),
  packedCharacters: whole(4, 20_000),
  /** Of a CSV file, counted before it is taken apart. */
  csvBytes: whole(1, 8_388_608),
  csvRows: whole(1, 20_000),
  csvColumns: whole(2, 256),
  csvCells: whole(1, 2_000_000),

  // Counts of an experiment
  seed: whole(0, 4_294_967_295),
  seeds: whole(1, 200),
  arms: whole(1, 32),
  points: whole(1, 16),
  lanes: whole(1, 4_000),
  /** Trainable numbers of all networks together: lanes x tasks x parameters of a tower. */
  parameters: whole(1, 20_000_000),
  /** Numbers in all drawn data sets: points x seeds x rows x (inputs + outputs). */
  dataNumbers: whole(1, 32_000_000),
  /** Numbers measured over the whole run: evaluations x lanes x quantities. */
  recordNumbers: whole(1, 32_000_000),

  // Fusion and practice
  fusedTasks: whole(1, 10),
  fisherFloor: real(1e-12, 1),
  fusionScale: real(0, 10),
  /** Part of a task vector; of 0 nothing would be left. */
  fusionKeep: real(1e-3, 1),
  fusionSteps: whole(1, 1_000),
  /** Part of the weights that pruning sets to zero. */
  sparsity: real(0, 1),
  /** One bit is the sign: two bits leave the values -1, 0, 1 times a step. */
  bits: whole(2, 16),

  // Text of a preset, in characters
  title: whole(1, 120),
  claim: whole(1, 600),
  lookAt: whole(1, 1_000),
  teacherNotes: whole(1, 4_000),
  id: whole(1, 64),
  name: whole(1, 40),
  schemaAddress: whole(1, 200),
  checks: whole(1, 32),
  checkedArms: whole(2, 32),
  closeArms: whole(2, 2),
  /** A value of some sweep. */
  point: real(0, 20_000),
  /** Relative tolerance of the check "these two arms end at the same error". */
  tolerance: real(1e-6, 1),
  /** Anything measured: a score, a loss (of the landscape below 0), a cosine, a coordinate. */
  measured: real(-1e6, 1e6),
  /** A step at which a claim looks. */
  checkStep: whole(0, 100_000),
  pair: whole(2, 2),
  /** Evaluations. */
  patience: whole(1, 1_000),
  eta: whole(2, 16),
  rungs: whole(1, 10),

  // Files and links
  /** UTF-8 bytes of a preset file. */
  fileBytes: whole(1, 262_144),
  /** Objects and lists within each other. */
  depth: whole(1, 16),
  /** Values in a preset, lists and objects included. */
  values: whole(1, 10_000),
  listLength: whole(0, 2_000),
  stringLength: whole(0, 20_000),
  /** Characters of the payload of a link that is read. */
  linkCharacters: whole(1, 32_768),
  /** Characters up to which a link survives mail programs and chat; the page offers a file above it. */
  sharedLinkCharacters: whole(1, 8_000),
  /** Bytes a link may unpack to. */
  linkBytes: whole(1, 1_048_576),
} as const satisfies Readonly<Record<string, Range>>;

export type LimitName = keyof typeof LIMITS;

/** Whether a value is a number that the range allows; NaN, infinities and numeric strings are not. */
export function isWithin(range: Range, value: unknown): value is number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (range.integer && !Number.isInteger(value)) return false;
  return value >= range.min && value <= range.max;
}
