/** Events of an arm's timeline, as a preset writes them: tasks by name. */
import * as z from 'zod/mini';
import { carry } from './expectation';
import { choice, discriminatorError, exactly, integerOrNull, list, number, record, text } from './fields';
import { fusionField } from './fusion';
import { LIMITS } from './limits';

const at = () => ({
  at: number('eventStep', 'The step at which it happens; the last step is before the last evaluation.'),
});
const task = () => text('name', 'Name of a task.');
const on = () => ({ on: z.exactOptional(choice(['trunk', 'all'], 'Which weights. Default: the trunk.')) });

const OPERATIONS = [
  ...(['weights', 'scheme', 'rate', 'rows', 'adopt', 'fuse', 'anchor', 'prune', 'quantise'] as const),
] as const;

const SHARES = ['trunk', 'everything'] as const;

const scheme = z.discriminatedUnion(
  'scheme',
  [
    record({ scheme: exactly('alone') }, 'Each task for itself.'),
    record(
      {
        scheme: exactly('hard'),
        share: z.exactOptional(
          z.union([z.enum(SHARES), number('sharedLayers', 'Layers tied, counted from the input.')], {
            error: carry({
              expect: 'choice',
              allowed: `${SHARES.join(', ')}, ${LIMITS.sharedLayers.min} … ${LIMITS.sharedLayers.max}`,
            }),
          }),
        ),
      },
      'Layers held in common. Default: the trunk.',
    ),
    record(
      { scheme: exactly('soft'), lambda: number('lambda', 'How strongly.'), ...on() },
      'Squared distance between each two tasks.',
    ),
  ],
  { error: discriminatorError('scheme', ['alone', 'hard', 'soft']) },
);

const event = z.discriminatedUnion(
  'do',
  [
    record(
      { ...at(), do: exactly('weights'), taskWeights: list(number('taskWeight', 'Weight.'), 'tasks', 'One per task.') },
      'Other weights of the losses from now on.',
    ),
    record({ ...at(), do: exactly('scheme'), to: scheme }, 'Another way of sharing from now on.'),
    record({ ...at(), do: exactly('rate'), learningRate: number('learningRate', 'From now on.') }, 'Another rate.'),
    record(
      { ...at(), do: exactly('rows'), task: task(), rows: integerOrNull('samples', 'Rows; null = all.') },
      'Only the first so many training rows of a task from now on.',
    ),
    record({ ...at(), do: exactly('adopt'), task: task() }, "All trunks become this task's."),
    record(
      {
        ...at(),
        do: exactly('fuse'),
        method: fusionField,
        tasks: z.exactOptional(list(task(), 'group', 'Tasks whose trunks are fused. Default: all.')),
        ...on(),
      },
      'Trunks become their fusion.',
    ),
    record(
      {
        ...at(),
        do: exactly('anchor'),
        penalty: choice(['l2', 'ewc'], 'Squared distance, or weighted by the Fisher information (EWC).'),
        lambda: number('lambda', 'How strongly.'),
        task: task(),
      },
      'Stay near the present weights from now on.',
    ),
    record(
      { ...at(), do: exactly('prune'), sparsity: number('sparsity', 'Share of weights set to 0.'), ...on() },
      'The smallest weights become 0.',
    ),
    record({ ...at(), do: exactly('quantise'), bits: number('bits', 'Bits per weight.'), ...on() }, 'Fewer values.'),
  ],
  { error: discriminatorError('do', OPERATIONS) },
);

export const timelineField = list(event, 'events', 'What happens while it trains, in the order of steps.');
