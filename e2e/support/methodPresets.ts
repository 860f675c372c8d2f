import type { Preset } from '../../src/spec/preset';
import { smallPreset } from './smallPreset';

type Experiment = Preset['experiment'];

/** The small run with other tasks and ways of sharing. */
function made(id: string, change: Partial<Experiment>): Preset {
  const preset = smallPreset({ id });
  return { ...preset, experiment: { ...preset.experiment, ...change } };
}

const SEEDS = { first: 7, count: 2 };
const SHORT = { steps: 10, learningRate: 0.01, batch: 8 };
const DIGITS = { source: 'digits', samples: [40, 40], validationSamples: 20, testSamples: 20 } as const;

/** Small runs, one for each kind of picture that belongs to a method or to a source of tasks. */
export const METHOD_PRESETS = {
  balancing: made('balancing', {
    schemes: [
      { scheme: 'hard', balancing: { kind: 'pcgrad' } },
      { scheme: 'hard', balancing: { kind: 'uncertainty' } },
    ],
  }),
  experts: made('experts', { schemes: [{ scheme: 'experts', gating: 'task', experts: 3, units: 4 }] }),
  stitch: made('stitch', { schemes: [{ scheme: 'cross-stitch' }] }),
  adapters: made('adapters', { schemes: [{ scheme: 'adapters', trunkSteps: 5 }] }),
  probe: made('probe', { schemes: [{ scheme: 'shared-private' }] }),
  affinity: made('affinity', { evaluation: { every: 5, gradients: false, probes: ['affinity'] } }),
  fusion: made('fusion', {
    tasks: DIGITS,
    schemes: [
      { scheme: 'alone' },
      {
        scheme: 'alone',
        id: 'fused',
        timeline: [
          { at: 2, do: 'adopt', task: 'left' },
          { at: 5, do: 'fuse', method: { kind: 'mean' } },
        ],
      },
    ],
    training: SHORT,
    evaluation: { every: 5, gradients: false, probes: ['interpolation', 'predictions'] },
  }),
  landscape: made('landscape', {
    tasks: { source: 'landscape' },
    schemes: [{ scheme: 'hard', balancing: { kind: 'mgda' } }],
    seeds: { first: 7, count: 1 },
    model: { trunk: [] },
    training: { steps: 20, learningRate: 0.01 },
    evaluation: { every: 5, gradients: false },
  }),
  text: made('text', {
    tasks: { source: 'text', meaning: 'written', samples: [40, 20, 10], validationSamples: 20, testSamples: 20 },
    schemes: [{ scheme: 'hard' }],
    model: { trunk: [{ units: 4, activation: 'linear' }] },
    training: SHORT,
    evaluation: { every: 5, gradients: false, probes: ['firstLayer'] },
  }),
  search: made('search', {
    schemes: [0.01, 0.1].flatMap((learningRate) =>
      [0.01, 0.1, 1].map(
        (lambda) => ({ scheme: 'soft', lambda, learningRate, id: `soft-${learningRate}-${lambda}` }) as const,
      ),
    ),
    seeds: SEEDS,
  }),
} as const satisfies Readonly<Record<string, Preset>>;
