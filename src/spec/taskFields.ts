/** Where data come from, and what is swept over, as a preset writes it. */
import * as z from 'zod/mini';
import { discriminatorError, exactly, list, number, record, text } from './fields';
import type { LimitName } from './limits';
import { SOURCES } from './sources/registry';

export { PENGUIN_TASKS } from './sources/penguins';

const { penguins, ...otherSources } = SOURCES;

export const tasksField = z.discriminatedUnion(
  'source',
  [penguins.fields, ...Object.values(otherSources).map((source) => source.fields)],
  { error: discriminatorError('source', Object.keys(SOURCES)) },
);

/** What can be swept has the name of its limit, so that a knob for it knows its range. */
function over<const Name extends LimitName>(name: Name, value: string, about: string) {
  return record({ over: exactly(name), values: list(number(name, value), 'points', 'Values to compare.') }, about);
}

/** Every name that some source lists among its `sweeps`, and the two that go with any source. */
const SWEEPS = {
  angle: over('angle', 'Degrees.', 'Several angles side by side.'),
  noise: over('noise', 'Standard deviation.', 'Several noises side by side.'),
  samples: record(
    {
      over: exactly('samples'),
      values: list(number('samples', 'Training rows.'), 'points', 'Sizes to compare.'),
      task: z.exactOptional(text('name', 'The task whose rows are swept. Default: all tasks.')),
    },
    'Several training set sizes side by side.',
  ),
  correlation: over('correlation', 'Cosine between the weights of the teachers.', 'Several correlations side by side.'),
  scale: over('scale', 'Factor on the targets of the last task.', 'Several scales of a loss side by side.'),
  start: over('start', 'Number of a start, from 0.', 'Several starts on the landscape side by side.'),
  width: over('width', 'Units of every trunk layer.', 'Several widths of the network side by side.'),
  fold: over('fold', 'Number of the fold, from 0.', 'Cross-validation: each part of the rows validates once.'),
};

const { angle, ...otherSweeps } = SWEEPS;

export const sweepField = z.discriminatedUnion('over', [angle, ...Object.values(otherSweeps)], {
  error: discriminatorError('over', Object.keys(SWEEPS)),
});
