import type { Score } from '../../spec/taskShape';
import type { EffectQuantity } from '../../record/checkPredicate';
import type { Failure } from '../../training/events';

/** Every sentence of the command line. The compiler refuses a language that lacks one. */
export interface Messages {
  readonly usage: string;
  readonly unknownCommand: (name: string, known: string) => string;
  readonly unknownOption: (option: string, command: string, known: string) => string;
  readonly repeatedOption: (option: string) => string;
  readonly missingArgument: (command: string, what: string) => string;
  readonly tooManyArguments: (command: string, extra: string) => string;
  readonly missingValue: (option: string) => string;
  readonly unwantedValue: (option: string, value: string) => string;
  readonly badValue: (option: string, value: string, allowed: string) => string;
  readonly wholeNumber: string;
  readonly noSuchPreset: (name: string, known: string) => string;
  readonly noSuchFile: (path: string) => string;
  readonly unreadableFile: (path: string, reason: string) => string;
  readonly unwritableFile: (path: string, reason: string) => string;
  readonly refusedPreset: (name: string, problem: string, others: number) => string;
  readonly validPreset: (name: string, facts: RunFacts) => string;
  readonly invalidPreset: (name: string, count: number) => string;
  readonly notBuiltIn: (name: string) => string;
  readonly nothingToCheck: string;

  readonly progress: (step: number, steps: number, networkStepsPerSecond: string, left: string) => string;
  readonly preparing: (name: string) => string;
  readonly recovered: (step: number) => string;
  readonly failed: (name: string, failure: string) => string;
  /** Those whose text in the page's catalogue speaks of browsers. */
  readonly failure: Readonly<Record<Exclude<Failure['code'], SharedFailure>, (detail: string, step: number) => string>>;
  readonly internalError: (detail: string) => string;

  readonly summary: (facts: RunFacts, steps: number, backend: string, seconds: string) => string;
  readonly columns: Readonly<Record<Column, string>>;
  readonly point: (value: string) => string;
  readonly score: Readonly<Record<Score, string>>;
  readonly verdict: Readonly<Record<'helps' | 'hurts' | 'undecided', string>>;
  readonly baseline: string;
  readonly bestSoft: (arm: string) => string;
  readonly footnote: (seeds: number) => string;
  readonly noGains: string;

  readonly recorded: (path: string, kilobytes: number, evaluations: number) => string;
  readonly shown: Readonly<Record<'shown' | 'not-shown' | 'undecided', string>>;
  /** What the author of a preset found of its claim, where the checks bear it out. */
  readonly found: Readonly<Record<'holds' | 'conditional' | 'fails', string>>;
  readonly checkFailed: string;
  readonly checkedOne: (preset: string, verdict: string, seconds: string) => string;
  readonly resultsRenewed: (path: string, presets: number) => string;
  readonly checkSummary: (shown: number, total: number, presets: number) => string;
  readonly quantity: Readonly<Record<EffectQuantity, string>>;
  readonly everyPoint: string;
  readonly claimedSign: Readonly<Record<'positive' | 'negative' | 'none', string>>;
  readonly unmeasured: string;
}

/** Failures told in the words of the page. */
export type SharedFailure = 'diverged' | 'out-of-memory';

export type Column =
  | ('arm' | 'task' | 'score' | 'gain' | 'wins' | 'verdict')
  | ('id' | 'slide' | 'title')
  | ('claim' | 'measured' | 'point' | 'shown' | 'seconds');

export interface RunFacts {
  readonly networks: number;
  readonly points: number;
  readonly arms: number;
  readonly seeds: number;
  readonly steps: number;
}
