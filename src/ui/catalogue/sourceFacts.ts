/** What the lab says of a source of tasks beside its words: its settings, and whether it is real data with a licence. */
import type { ResolvedSource, SourceName } from '../../spec/sources/registry';
import type sources from '../../i18n/locales/en/sources.json';

/** Words of a setting in the catalogue `sources`. */
export type SourceKnobId = keyof (typeof sources)['knob'];

type Settings<Name extends SourceName> = Exclude<keyof ResolvedSource<Name>, 'source'>;

export interface SourceFacts<Name extends SourceName> {
  /** Real data: the catalogue has `licence` and `origin` for it. */
  readonly real: boolean;
  /** Setting -> its words; settings with a knob of their own kind (tables, lists of tasks) are left out. */
  readonly knobs: Readonly<Partial<Record<Settings<Name> & string, SourceKnobId>>>;
}

const HELD_OUT = { validationSamples: 'validationSamples', testSamples: 'testSamples' } as const;

export const SOURCE_FACTS: { readonly [Name in SourceName]: SourceFacts<Name> } = {
  // Its knobs were there first; their words are in the catalogue of the lab.
  angle: { real: false, knobs: {} },
  penguins: { real: true, knobs: { labelled: 'labelled' } },
  table: { real: false, knobs: {} },
  own: { real: false, knobs: { labelled: 'labelled' } },
  weather: { real: true, knobs: { units: 'units', labelled: 'labelled' } },
  digits: { real: true, knobs: { images: 'images', samples: 'samples', ...HELD_OUT } },
  related: {
    real: false,
    knobs: {
      relation: 'relation',
      inputs: 'inputs',
      dimension: 'dimension',
      features: 'features',
      noise: 'noise',
      ...HELD_OUT,
    },
  },
  negated: {
    real: false,
    knobs: {
      sign: 'sign',
      samples: 'samples',
      dimension: 'dimension',
      features: 'features',
      noise: 'noise',
      ...HELD_OUT,
    },
  },
  capacity: {
    real: false,
    knobs: {
      ...{ teacher: 'teacher', relation: 'relation', taskCount: 'taskCount', singularValues: 'singularValues' },
      ...{ samples: 'samples', dimension: 'dimension', features: 'features', noise: 'noise' },
      ...HELD_OUT,
    },
  },
  groups: {
    real: false,
    knobs: {
      ...{ teacher: 'teacher', within: 'within', angle: 'angle' },
      ...{ samples: 'samples', dimension: 'dimension', features: 'features', noise: 'noise' },
      ...HELD_OUT,
    },
  },
  text: {
    real: false,
    knobs: { relation: 'relation', valence: 'valence', meaning: 'meaning', samples: 'samples', ...HELD_OUT },
  },
  scales: {
    real: false,
    knobs: { scales: 'scales', outputs: 'outputs', samples: 'samples', dimension: 'dimension', ...HELD_OUT },
  },
  mmoe: {
    real: false,
    knobs: { correlation: 'correlation', noise: 'noise', samples: 'samples', dimension: 'dimension', ...HELD_OUT },
  },
  sinusoids: {
    real: false,
    knobs: { taskCount: 'taskCount', samples: 'samples', innerSteps: 'innerSteps', ...HELD_OUT },
  },
  landscape: { real: false, knobs: { start: 'start' } },
  glyphs: { real: false, knobs: { samples: 'samples', keep: 'keep', noise: 'pixelNoise', ...HELD_OUT } },
  domains: {
    real: false,
    knobs: {
      ...{ samples: 'samples', tokens: 'tokens', lean: 'lean' },
      ...{ commonShare: 'commonShare', ambiguousShare: 'ambiguousShare', topicalShare: 'topicalShare' },
      ...HELD_OUT,
    },
  },
  languages: {
    real: false,
    knobs: { grammar: 'grammar', exceptions: 'exceptions', samples: 'samples', ...HELD_OUT },
  },
};
