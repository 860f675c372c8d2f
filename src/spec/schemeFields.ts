/** Ways of sharing, as a preset writes them. */
import * as z from 'zod/mini';
import { carry } from './expectation';
import { choice, discriminatorError, exactly, identifier, list, number, record } from './fields';
import { LIMITS } from './limits';

const SCHEMES = ['alone', 'hard', 'soft'] as const;

/** What every scheme may set for itself. */
const own = () => ({
  id: z.exactOptional(identifier('Name of this way of sharing; made from its settings by default.')),
  learningRate: z.exactOptional(number('learningRate', 'Instead of the learning rate of `training`.')),
  taskWeights: z.exactOptional(
    list(number('taskWeight', 'Weight of one loss.'), 'tasks', 'One per task. Default: all 1.'),
  ),
});

const SHARES = ['nothing', 'trunk', 'everything'] as const;

const share = z.union([z.enum(SHARES), number('sharedLayers', 'Layers tied, counted from the input.')], {
  error: carry({
    expect: 'choice',
    allowed: `${SHARES.join(', ')}, ${LIMITS.sharedLayers.min} … ${LIMITS.sharedLayers.max}`,
  }),
});

export const schemeField = z.discriminatedUnion(
  'scheme',
  [
    record({ scheme: exactly('alone'), ...own() }, 'Each task for itself: the baseline. Added when it is not named.'),
    record(
      { scheme: exactly('hard'), share: z.exactOptional(share), ...own() },
      'Layers held in common. `share`: trunk (default; everything when the model has no trunk), nothing, everything (heads too), or a number of layers.',
    ),
    record(
      {
        scheme: exactly('soft'),
        lambda: number('lambda', 'How strongly the tasks are pulled together.'),
        penalty: z.exactOptional(
          choice(['pairwise', 'mean'], 'Distance between each two tasks (default), or of each task to their mean.'),
        ),
        on: z.exactOptional(choice(['trunk', 'all'], 'Default: the trunk; all when the model has no trunk.')),
        coupling: z.exactOptional(
          choice(
            ['auto', 'gradient', 'proximal'],
            'Penalty in the gradient, or exact shrinkage after each step; auto (default) takes the second where the first would be unstable.',
          ),
        ),
        ...own(),
      },
      'Each task its own parameters, pulled towards those of the others.',
    ),
  ],
  { error: discriminatorError('scheme', SCHEMES) },
);
