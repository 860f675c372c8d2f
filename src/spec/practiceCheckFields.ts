/** Predicates about training practice: groups of tasks, the line between two trunks, stopping, searching, forgetting. */
import * as z from 'zod/mini';
import { momentField, pointField } from './checkPlace';
import { choice, exactly, identifier, integerOrNull, list, number, record, text } from './fields';

const arm = identifier('Id of a scheme.');
const task = text('name', 'Name of a task.');
const candidates = list(arm, 'checkedArms', 'The schemes to choose from.');
const groups = list(list(task, 'group', 'Tasks that belong together.'), 'groups', 'Every task once, in groups.');
const excess = number(
  'tolerance',
  'Largest excess of its mean test loss over that of the best choice, relative to it.',
);
const budget = number('share', 'Largest part of the steps that it costs to train every scheme to the end.');
const window = {
  from: number('checkStep', 'First step of the window.'),
  to: number('checkStep', 'Last step of the window.'),
};
const sign = (about: string) => choice(['positive', 'negative', 'none'], about);

export const PRACTICE_CHECKS = [
  record(
    {
      kind: exactly('affinity'),
      arm,
      groups,
      ...window,
      ...pointField,
      sign: sign('Whether affinity within the groups is larger than across them, smaller, or neither.'),
    },
    'Affinity of tasks (TAG) within groups minus across them, the mean over a window of steps.',
  ),
  record(
    {
      kind: exactly('grouping'),
      groups,
      affinityOf: z.exactOptional(
        identifier('Id of the scheme whose affinities decide. Default: arms of pairs decide.'),
      ),
      from: z.exactOptional(window.from),
      to: z.exactOptional(window.to),
      ...pointField,
      min: z.exactOptional(number('share', 'Smallest part of the seeds on which the partition found is this one.')),
      max: z.exactOptional(number('share', 'Largest part of the seeds on which the partition found is this one.')),
    },
    'How often the best partition, by gains of pairs or by affinities, is the expected one.',
  ),
  record(
    {
      kind: exactly('barrier'),
      arm,
      ...pointField,
      ...momentField,
      sign: sign('Whether there is a barrier between the two trunks, the opposite, or neither.'),
    },
    'The highest error between two trunks, above the straight line from the error of one to that of the other.',
  ),
  record(
    {
      kind: exactly('stopping'),
      arm,
      task: z.exactOptional(text('name', 'Name of the task. Default: the mean over all tasks.')),
      rule: choice(['sum', 'task', 'mean-gain'], 'What is watched on the validation data.'),
      patience: integerOrNull('patience', 'Evaluations without a new best; null = train on and keep the best.'),
      ...pointField,
      sign: sign('Whether the network that is kept is better than the last one, worse, or neither.'),
    },
    'Early stopping, chosen on the validation data, against the last step.',
  ),
  record(
    { kind: exactly('cross-validated'), arms: candidates, within: excess },
    'The scheme that k-fold cross-validation chooses is nearly as good on the test data as the best one.',
  ),
  record(
    {
      kind: exactly('halving'),
      arms: candidates,
      eta: number('eta', 'Of so many schemes one goes on at every rung.'),
      rungs: z.exactOptional(number('rungs', 'Default: as many as leave one scheme.')),
      within: excess,
      budget,
      ...pointField,
    },
    'Successive halving ends nearly as well as the whole search, at a part of its steps.',
  ),
  record(
    { kind: exactly('random'), arms: candidates, within: excess, budget, ...pointField },
    'Random search over so many schemes as the budget allows ends nearly as well as the whole search.',
  ),
  record(
    {
      kind: exactly('forgetting'),
      arm,
      task,
      at: number('checkStep', 'The step at which the task was known.'),
      ...pointField,
      sign: sign('Whether the task is forgotten until the end, gets better, or neither.'),
    },
    'By how much the test score of a task is worse at the end than at an earlier step.',
  ),
] as const;
