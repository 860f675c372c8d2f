/** Where in a run a predicate looks: fields that most of them have. */
import * as z from 'zod/mini';
import { number, text } from './fields';

export const pointField = { point: z.exactOptional(number('point', 'A value of the sweep. Default: all of them.')) };

export const momentField = {
  at: z.exactOptional(number('checkStep', 'The evaluation at this step, or the next. Default: the last.')),
};

export const placeFields = {
  task: z.exactOptional(text('name', 'Name of the task, e.g. mass. Default: the mean over all tasks.')),
  ...pointField,
  ...momentField,
};
