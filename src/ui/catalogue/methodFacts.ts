/** What the lab says of a method beside its words: which works it comes from and which knobs it has. */
import type methods from '../../i18n/locales/en/methods.json';
import type { PaperId } from './papers';

/** Words of a knob in the catalogue `methods`. */
export type KnobId = keyof (typeof methods)['knob'];

export interface MethodFacts {
  /** Empty where nobody in particular is to be named. */
  readonly papers: readonly PaperId[];
  /** Settings of the method that a reader can turn: name in the spec -> words. */
  readonly knobs: Readonly<Record<string, KnobId>>;
}

export interface BalancingFacts extends MethodFacts {
  /** What it looks at in each step, as `balancing/` says it (a test compares the two). */
  readonly need: keyof (typeof methods)['need'];
}
