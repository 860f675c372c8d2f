/** The sections of the text and the live parts of slide 4.1, by name. */
export type Section =
  | 'question'
  | 'three-ways'
  | 'one-knob'
  | 'reading'
  | 'why'
  | 'data-sets'
  | 'misconceptions'
  | 'choose'
  | 'teacher-notes';

export type Live = 'figure' | 'predict' | 'worked' | 'table' | 'find' | 'sources';

/** Views and knobs of the presented slide. */
export type View = 'figure' | 'ask' | 'slices' | 'table';

export type Knob = 'angle' | 'quantity' | 'seeds' | 'steps';
