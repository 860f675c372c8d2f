/** Two regression tasks whose teachers stand at a chosen angle: LIN and RF of E1, E2 and E8. */
import * as z from 'zod/mini';
import { choice, exactly, integerOrPair, number, record } from '../fields';
import { LIMITS } from '../limits';
import type { TaskShape } from '../taskShape';
import type { SourceDescription } from './description';

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

export const ANGLE_DEFAULTS = {
  teacher: 'relu',
  dimension: 20,
  features: 4,
  angle: 60,
  samples: 60,
  noise: 0.2,
  validationSamples: 200,
  testSamples: 500,
} as const;

const fields = record(
  {
    source: exactly('angle'),
    teacher: z.exactOptional(choice(['linear', 'relu'], 'Network that makes the labels. Default: relu.')),
    dimension: z.exactOptional(number('dimension', 'Number of inputs. Default: 20.')),
    features: z.exactOptional(number('features', 'Hidden units of the relu teacher. Default: 4.')),
    angle: z.exactOptional(number('angle', 'Degrees between the two tasks. Default: 60.')),
    samples: z.exactOptional(integerOrPair('samples', 'Training rows of each task. Default: 60.')),
    noise: z.exactOptional(number('noise', 'Standard deviation of the label noise. Default: 0.2.')),
    validationSamples: z.exactOptional(number('samples', 'Validation rows of each task. Default: 200.')),
    testSamples: z.exactOptional(number('samples', 'Test rows of each task. Default: 500.')),
  },
  'Two regression tasks whose teachers stand at a chosen angle.',
);

const SHAPES: readonly TaskShape[] = [
  { name: 'first', loss: 'mse', outputs: 1, score: 'relativeError' },
  { name: 'second', loss: 'mse', outputs: 1, score: 'relativeError' },
];

export const angle: SourceDescription<typeof fields, AngleSource> = {
  fields,
  resolve(written) {
    const { samples, ...defaults } = ANGLE_DEFAULTS;
    const given = written.samples ?? samples;
    const teacher = written.teacher ?? defaults.teacher;
    return {
      ...defaults,
      ...written,
      teacher,
      // A linear teacher has no hidden units to choose.
      features: teacher === 'linear' ? 1 : (written.features ?? defaults.features),
      samples: typeof given === 'number' ? [given, given] : given,
    };
  },
  shapes: () => SHAPES,
  inputs: (source) => source.dimension,
  rows: (source) =>
    source.samples.map((train) => ({ train, validation: source.validationSamples, test: source.testSamples })),
  check({ teacher = ANGLE_DEFAULTS.teacher, features = ANGLE_DEFAULTS.features }, path) {
    const { min, max } = LIMITS.reluFeatures;
    if (teacher === 'linear' || features >= min) return [];
    const params = { found: features, expect: 'integer', min, max };
    return [{ path: [...path, 'features'], code: 'out-of-range', params }];
  },
  sweeps: {
    angle: (source, value) => ({ ...source, angle: value }),
    noise: (source, value) => ({ ...source, noise: value }),
    samples(source, value, task) {
      const swept = (name: string): boolean => task === undefined || task === name;
      const [first, second] = source.samples;
      return { ...source, samples: [swept('first') ? value : first, swept('second') ? value : second] };
    },
  },
};
