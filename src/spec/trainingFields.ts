/** Network, training and measuring, as a preset writes them. */
import * as z from 'zod/mini';
import { PROBES } from './experiment';
import { choice, discriminatorError, exactly, integerOrNull, list, number, record, truth } from './fields';

const layer = record(
  {
    units: number('units', 'Width of the layer.'),
    activation: z.exactOptional(choice(['relu', 'tanh', 'linear'], 'Default: relu.')),
  },
  'One fully connected layer.',
);

export const modelField = record(
  {
    trunk: z.exactOptional(list(layer, 'hiddenLayers', 'Layers before the heads. Default: one of 16 relu units.')),
    head: z.exactOptional(list(layer, 'hiddenLayers', 'Hidden layers of each head. Default: none.')),
    headStart: z.exactOptional(
      choice(
        ['own', 'equal'],
        'First weights of the heads: own = each task draws its own (default); equal = one draw for all, as a penalty on heads wants.',
      ),
    ),
  },
  'The network of each task; the output layer is added by the task.',
);

const optimizer = z.discriminatedUnion(
  'kind',
  [
    record({ kind: exactly('sgd') }, 'Plain gradient descent.'),
    record(
      { kind: exactly('momentum'), momentum: z.exactOptional(number('momentum', 'Default: 0.9.')) },
      'Gradient descent with momentum.',
    ),
    record(
      {
        kind: exactly('adam'),
        beta1: z.exactOptional(number('beta1', 'Default: 0.9.')),
        beta2: z.exactOptional(number('beta2', 'Default: 0.999.')),
        epsilon: z.exactOptional(number('epsilon', 'Default: 1e-8.')),
      },
      'Adam.',
    ),
  ],
  { error: discriminatorError('kind', ['sgd', 'momentum', 'adam']) },
);

const schedule = z.discriminatedUnion(
  'kind',
  [
    record({ kind: exactly('constant') }, 'The learning rate stays.'),
    record(
      {
        kind: exactly('step'),
        every: number('scheduleEvery', 'Steps between two changes.'),
        factor: z.exactOptional(number('scheduleFactor', 'What the rate is multiplied by. Default: 0.5.')),
      },
      'The learning rate falls in steps.',
    ),
    record(
      {
        kind: exactly('cosine'),
        floor: z.exactOptional(number('scheduleFloor', 'Part of the rate that is left at the end. Default: 0.')),
      },
      'The learning rate falls along half a cosine.',
    ),
    record(
      {
        kind: exactly('exponential'),
        every: number('scheduleEvery', 'Steps after which the rate has fallen by the factor.'),
        factor: z.exactOptional(number('scheduleFactor', 'Default: 0.5.')),
      },
      'The learning rate falls exponentially.',
    ),
    record(
      { kind: exactly('warmup'), steps: number('steps', 'Steps in which the rate rises from 0.') },
      'The learning rate rises linearly, then stays.',
    ),
  ],
  { error: discriminatorError('kind', ['constant', 'step', 'cosine', 'exponential', 'warmup']) },
);

export const trainingField = record(
  {
    steps: z.exactOptional(number('steps', 'Default: 500.')),
    batch: z.exactOptional(integerOrNull('batch', 'Rows per task and step; null (default) = all rows.')),
    optimizer: z.exactOptional(optimizer),
    learningRate: z.exactOptional(number('learningRate', 'Default: 0.01.')),
    schedule: z.exactOptional(schedule),
  },
  'How long and how fast.',
);

export const seedsField = record(
  {
    first: z.exactOptional(number('seed', 'Default: 1.')),
    count: z.exactOptional(number('seeds', 'How many seeds, from the first on. Default: 10.')),
  },
  'A seed fixes data draw, initial weights and batch order.',
);

export const evaluationField = record(
  {
    every: z.exactOptional(number('evaluationEvery', 'Steps between two measurements. Default: about steps / 50.')),
    gradients: z.exactOptional(truth('Also measure gradients. Default: where at most 64 networks train.')),
    probes: z.exactOptional(
      list(
        choice(PROBES, 'A costlier measurement.'),
        'probes',
        'affinity (between tasks), interpolation (between trunks), firstLayer (weights), predictions (of some rows).',
      ),
    ),
  },
  'What is measured, and when.',
);
