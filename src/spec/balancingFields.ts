/** How an arm balances its tasks, as a preset writes it, and what is taken where it says nothing. */
import * as z from 'zod/mini';
import { BALANCING_KINDS, type BalancingSpec } from './balancing';
import { choice, discriminatorError, exactly, number, record } from './fields';

const rate = () => z.exactOptional(number('balancingRate', 'Learning rate of the weights. Default: 0.025.'));
const start = () =>
  z.exactOptional(
    choice(
      ['first-loss', 'zero'],
      'Where the learned numbers begin: where the first losses would hold them (default), or at zero.',
    ),
  );

/** How an arm balances its tasks, as a preset writes it. */
export const balancingField = z.discriminatedUnion(
  'kind',
  [
    record({ kind: exactly('static') }, 'The weights of the tasks as written.'),
    record(
      {
        kind: exactly('uncertainty'),
        form: z.exactOptional(
          choice(
            ['log-variance', 'unhalved', 'classification', 'misread', 'revised'],
            'Which objective is learned. Default: log-variance.',
          ),
        ),
        rate: rate(),
        start: start(),
      },
      'A learned noise of each task weighs its loss.',
    ),
    record(
      {
        kind: exactly('dwa'),
        temperature: z.exactOptional(number('dwaTemperature', 'Default: 2.')),
        every: z.exactOptional(number('dwaEvery', 'Steps over which losses are averaged. Default: 20.')),
      },
      'Dynamic weight average: more for tasks whose loss falls slowly.',
    ),
    record(
      {
        kind: exactly('gradnorm'),
        alpha: z.exactOptional(number('gradnormAlpha', 'Default: 1.5.')),
        rate: rate(),
      },
      'Gradient norms are held near a common value.',
    ),
    record({ kind: exactly('random') }, 'Random weights in every step.'),
    record(
      {
        kind: exactly('sampling'),
        temperature: z.exactOptional(
          number('samplingTemperature', '1 (default): in proportion to the rows; large: all alike.'),
        ),
      },
      'One task per step, drawn by its number of rows.',
    ),
    record({ kind: exactly('log') }, 'Sum of the logarithms of the losses.'),
    record({ kind: exactly('geometric') }, 'Geometric mean of the losses.'),
    record({ kind: exactly('imtl-l'), rate: rate(), start: start() }, 'A learned factor brings each loss to 1.'),
    record(
      {
        kind: exactly('famo'),
        rate: rate(),
        decay: z.exactOptional(number('famoDecay', 'Weight decay of the logits. Default: 0.001.')),
      },
      'Equal relative progress, from the losses alone.',
    ),
    record({ kind: exactly('gradient-normalisation') }, 'Every gradient at length 1.'),
    record({ kind: exactly('pcgrad') }, 'Conflicting parts of the gradients are projected away.'),
    record(
      {
        kind: exactly('gradvac'),
        decay: z.exactOptional(number('gradvacDecay', 'Part of the newest cosine in the target. Default: 0.5.')),
      },
      'Gradients are turned towards their usual angle.',
    ),
    record({ kind: exactly('mgda') }, 'The shortest vector between the gradients.'),
    record(
      {
        kind: exactly('cagrad'),
        c: z.exactOptional(number('cagradRadius', 'Radius around the mean gradient. Default: 0.5.')),
      },
      'Near the mean gradient, best for the worst task.',
    ),
    record({ kind: exactly('nash') }, 'The bargaining solution.'),
    record({ kind: exactly('imtl-g') }, 'Equal projections on all gradients.'),
    record({ kind: exactly('aligned') }, 'Principal parts of the gradients at equal length.'),
    record({ kind: exactly('upgrad') }, 'Mean of the gradients, each projected to harm no task.'),
  ],
  { error: discriminatorError('kind', BALANCING_KINDS) },
);

/** What an author writes. */
export type WrittenBalancing = z.output<typeof balancingField>;

const RATE = 0.025;

/** Every setting written out. Without anything written: the task weights as they stand. */
export function resolveBalancing(written: WrittenBalancing | undefined): BalancingSpec {
  if (written === undefined) return { kind: 'static' };
  switch (written.kind) {
    case 'uncertainty':
      return { form: 'log-variance', rate: RATE, start: 'first-loss', ...written };
    case 'dwa':
      return { temperature: 2, every: 20, ...written };
    case 'gradnorm':
      return { alpha: 1.5, rate: RATE, ...written };
    case 'sampling':
      return { temperature: 1, ...written };
    case 'imtl-l':
      return { rate: RATE, start: 'first-loss', ...written };
    case 'famo':
      return { rate: RATE, decay: 1e-3, ...written };
    case 'gradvac':
      return { decay: 0.5, ...written };
    case 'cagrad':
      return { c: 0.5, ...written };
    default:
      return written;
  }
}
