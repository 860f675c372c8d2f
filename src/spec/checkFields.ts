/**
 * What a preset promises to show, as predicates over a finished run. `lab check` and the exercises evaluate them.
 * `point` is the swept value (e.g. 90 for 90 degrees); left out, the predicate must hold at every point.
 */
import * as z from 'zod/mini';
import { placeFields } from './checkPlace';
import { choice, discriminatorError, exactly, identifier, list, number, record, text, truth } from './fields';
import { PRACTICE_CHECKS } from './practiceCheckFields';

/** Measured numbers of which a range or an order may be claimed. */
const CHECKED_QUANTITIES = [
  'trainLoss',
  'validationLoss',
  'testLoss',
  'testScore',
  'gradientNorm',
  'taskWeight',
  'probe',
  'distance',
  'relativeDistance',
  'weightCosine',
  'gradientCosine',
  'position-x',
  'position-y',
] as const;

export type CheckedQuantity = (typeof CHECKED_QUANTITIES)[number];

const arm = identifier('Id of a scheme.');
const within = (min: string, max: string) => ({
  min: z.exactOptional(number('measured', min)),
  max: z.exactOptional(number('measured', max)),
});
const quantity = {
  quantity: choice(
    CHECKED_QUANTITIES,
    'What was measured. Distances and cosines of weights are means over the layers of the trunk.',
  ),
  pair: z.exactOptional(
    list(
      text('name', 'Name of a task.'),
      'pair',
      'Of gradientCosine: the two tasks. Default: the mean over all pairs.',
    ),
  ),
};

const CHECKS = [
  record(
    {
      kind: exactly('gain'),
      arm: identifier('Id of the scheme that is compared.'),
      against: z.exactOptional(identifier('Id of the scheme it is compared with. Default: the baseline, `alone`.')),
      ...placeFields,
      sign: choice(
        ['positive', 'negative', 'none'],
        'The interval of the gain over seeds lies above zero, below zero, or holds zero.',
      ),
    },
    'The sign of the transfer gain.',
  ),
  record(
    { kind: exactly('order'), ...placeFields, arms: list(arm, 'checkedArms', 'Best first.') },
    'Each scheme is better than the next: the interval of their paired difference over seeds excludes zero.',
  ),
  record(
    {
      kind: exactly('close'),
      ...placeFields,
      arms: list(arm, 'closeArms', 'Two schemes.'),
      within: number('tolerance', 'Largest difference of the mean scores, relative to the second.'),
    },
    'Two schemes end at the same test score.',
  ),
  record(
    { kind: exactly('score'), arm, ...placeFields, ...within('Smallest mean test score.', 'Largest mean test score.') },
    'The mean test score over seeds lies in a range.',
  ),
  record(
    {
      kind: exactly('range'),
      arm,
      ...quantity,
      ...placeFields,
      ...within('Smallest value.', 'Largest value.'),
      every: z.exactOptional(truth('Whether every seed must lie in the range, not their mean alone. Default: false.')),
    },
    'The mean over seeds of something measured lies in a range.',
  ),
  record(
    { kind: exactly('lower'), ...quantity, ...placeFields, arms: list(arm, 'checkedArms', 'Lowest first.') },
    'Each scheme has less of it than the next: the interval of their paired difference over seeds excludes zero.',
  ),
  ...PRACTICE_CHECKS,
] as const;

/** Kinds in the order in which an editor lists them. */
const KINDS = CHECKS.map(({ shape }) => shape.kind._zod.def.values[0] ?? '');

export const checkField = z.discriminatedUnion('kind', CHECKS, { error: discriminatorError('kind', KINDS) });

export type Check = z.output<typeof checkField>;
export type CheckOf<Kind extends Check['kind']> = Extract<Check, { readonly kind: Kind }>;
