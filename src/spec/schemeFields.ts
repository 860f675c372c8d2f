/** Ways of sharing, as a preset writes them. */
import * as z from 'zod/mini';
import { balancingField } from './balancingFields';
import { carry } from './expectation';
import { choice, discriminatorError, exactly, identifier, list, number, record, text } from './fields';
import { LIMITS } from './limits';
import { timelineField } from './timelineFields';

export const SCHEMES = [
  ...(['alone', 'hard', 'soft', 'meta', 'cross-stitch', 'sluice', 'shared-private'] as const),
  ...(['experts', 'adapters'] as const),
] as const;

/** What every scheme may set for itself. */
const own = () => ({
  id: z.exactOptional(identifier('Name of this way of sharing; made from its settings by default.')),
  learningRate: z.exactOptional(number('learningRate', 'Instead of the learning rate of `training`.')),
  taskWeights: z.exactOptional(
    list(number('taskWeight', 'Weight of one loss.'), 'tasks', 'One per task. Default: all 1.'),
  ),
  balancing: z.exactOptional(balancingField),
  timeline: z.exactOptional(timelineField),
  label: z.exactOptional(
    record({ 'zh-CN': text('name', 'Chinese.'), en: text('name', 'English.') }, 'What it is called on the page.'),
  ),
  width: z.exactOptional(number('units', "Units of every trunk layer, instead of the model's.")),
});

const SHARES = ['nothing', 'trunk', 'everything'] as const;

const share = z.union([z.enum(SHARES), number('sharedLayers', 'Layers tied, counted from the input.')], {
  error: carry({
    expect: 'choice',
    allowed: `${SHARES.join(', ')}, ${LIMITS.sharedLayers.min} … ${LIMITS.sharedLayers.max}`,
  }),
});

const same = () => z.exactOptional(number('share', "First weight of a task's own activations. Default: 0.9."));
const rateFactor = () =>
  z.exactOptional(
    number('rateFactor', "Learning rate of the mixing weights, as a multiple of the arm's. Default: 10."),
  );
const orthogonality = () =>
  z.exactOptional(number('penalty', 'Weight of the orthogonality of the features. Default: 0.'));

const rowSchemes = [
  record({ scheme: exactly('alone'), ...own() }, 'Each task for itself: the baseline. Added when it is not named.'),
  record(
    {
      scheme: exactly('hard'),
      share: z.exactOptional(share),
      groups: z.exactOptional(
        list(
          list(text('name', 'Name of a task.'), 'group', 'Tasks that share.'),
          'groups',
          'Default: all tasks together.',
        ),
      ),
      ...own(),
    },
    'Layers held in common. `share`: trunk (default; everything when the model has no trunk), nothing, everything (heads too), or a number of layers.',
  ),
  record(
    {
      scheme: exactly('soft'),
      lambda: number('lambda', 'How strongly the tasks are pulled together.'),
      penalty: z.exactOptional(
        choice(
          ['pairwise', 'mean', 'l1', 'trace'],
          'Squared distance between each two tasks (default) or of each task to their mean; absolute distance; nuclear norm.',
        ),
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
  record(
    {
      scheme: exactly('meta'),
      method: choice(['reptile', 'fomaml'], 'Reptile, or first-order MAML.'),
      innerSteps: z.exactOptional(
        number('innerSteps', 'Steps on each task before the common start moves. Default: 8.'),
      ),
      outerRate: z.exactOptional(number('outerRate', 'How far it moves at first; falls linearly. Default: 1.')),
      annealOver: z.exactOptional(number('steps', 'Steps until it stands still. Default: all.')),
      ...own(),
    },
    'A common start from which every task is learnt in a few steps.',
  ),
] as const;

const mixedSchemes = [
  record(
    { scheme: exactly('cross-stitch'), same: same(), rateFactor: rateFactor(), ...own() },
    'A tower per task; after each trunk layer their activations mix with learned weights.',
  ),
  record(
    {
      scheme: exactly('sluice'),
      subspaces: z.exactOptional(number('subspaces', 'Parts of each layer that mix separately. Default: 2.')),
      same: same(),
      rateFactor: rateFactor(),
      orthogonality: orthogonality(),
      ...own(),
    },
    'Cross-stitch between parts of the layers, and a learned mixture of layers into the head.',
  ),
  record(
    {
      scheme: exactly('shared-private'),
      adversary: z.exactOptional(number('penalty', 'Weight of the adversarial loss. Default: 0.05.')),
      discriminatorSteps: z.exactOptional(number('innerSteps', 'Steps of the discriminator per step. Default: 5.')),
      discriminatorRate: z.exactOptional(number('learningRate', 'Learning rate of the discriminator. Default: 0.02.')),
      orthogonality: orthogonality(),
      ...own(),
    },
    'A shared trunk and a private one per task; an adversary keeps the task out of the shared features.',
  ),
  record(
    {
      scheme: exactly('experts'),
      gating: z.exactOptional(
        choice(
          ['common', 'task', 'ple'],
          'One gate for all (OMoE), one per task (MMoE, default), or shared and own experts (CGC, PLE).',
        ),
      ),
      experts: z.exactOptional(number('experts', 'Shared experts. Default: 8.')),
      ownExperts: z.exactOptional(number('experts', 'Own experts of each task (ple). Default: 2.')),
      units: z.exactOptional(number('units', 'Units of each expert. Default: 8.')),
      levels: z.exactOptional(number('levels', 'Extraction levels (ple). Default: 1.')),
      ...own(),
    },
    'Experts that gates mix for each task.',
  ),
  record(
    {
      scheme: exactly('adapters'),
      rank: z.exactOptional(number('rank', 'Rank of the correction of each layer. Default: 2.')),
      trunkSteps: number('steps', 'Steps in which the common trunk trains, before it is frozen.'),
      ...own(),
    },
    'A common trunk, frozen after a while, with a low-rank correction per task.',
  ),
] as const;

export const schemeField = z.discriminatedUnion('scheme', [...rowSchemes, ...mixedSchemes], {
  error: discriminatorError('scheme', SCHEMES),
});
