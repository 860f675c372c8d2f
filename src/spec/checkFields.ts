/**
 * What a preset promises to show, as predicates over a finished run. `lab check` and the exercises evaluate them.
 * `point` is the swept value (e.g. 90 for 90 degrees); left out, the predicate must hold at every point.
 */
import * as z from 'zod/mini';
import { choice, discriminatorError, exactly, identifier, list, number, record, text } from './fields';

const place = () => ({
  task: text('name', 'Name of the task, e.g. mass.'),
  point: z.exactOptional(number('point', 'A value of the sweep. Default: all of them.')),
});

const arm = (about: string) => identifier(about);

export const checkField = z.discriminatedUnion(
  'kind',
  [
    record(
      {
        kind: exactly('gain'),
        arm: arm('Id of the scheme that is compared with `alone`.'),
        ...place(),
        sign: choice(
          ['positive', 'negative', 'none'],
          'The interval of the gain over seeds lies above zero, below zero, or holds zero.',
        ),
      },
      'The sign of the transfer gain.',
    ),
    record(
      {
        kind: exactly('order'),
        ...place(),
        arms: list(arm('Id of a scheme.'), 'checkedArms', 'Best first.'),
      },
      'Each scheme is better than the next: the interval of their paired difference over seeds excludes zero.',
    ),
    record(
      {
        kind: exactly('close'),
        ...place(),
        arms: list(arm('Id of a scheme.'), 'closeArms', 'Two schemes.'),
        within: number('tolerance', 'Largest difference of the mean scores, relative to the second.'),
      },
      'Two schemes end at the same test score.',
    ),
    record(
      {
        kind: exactly('score'),
        arm: arm('Id of a scheme.'),
        ...place(),
        min: z.exactOptional(number('score', 'Smallest mean test score.')),
        max: z.exactOptional(number('score', 'Largest mean test score.')),
      },
      'The mean test score over seeds lies in a range.',
    ),
  ],
  { error: discriminatorError('kind', ['gain', 'order', 'close', 'score']) },
);

export type Check = z.output<typeof checkField>;
export type GainCheck = Extract<Check, { kind: 'gain' }>;
export type OrderCheck = Extract<Check, { kind: 'order' }>;
export type CloseCheck = Extract<Check, { kind: 'close' }>;
export type ScoreCheck = Extract<Check, { kind: 'score' }>;
