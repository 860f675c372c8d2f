/** Faults in the sources whose tasks are generated. */
import type { Case } from './case.fixture';
import { experiment } from './changed.fixture';

/** The sweep of the preset that is changed goes with another source. */
const tasks = (source: string, changes: object) =>
  experiment({ tasks: { source, ...changes }, sweep: { over: 'width', values: [2, 4] } });
const sweep = (source: string, over: string, values: readonly number[]) =>
  experiment({ tasks: { source }, sweep: { over, values } });
const TWO = [
  { name: 'a', samples: 5 },
  { name: 'b', samples: 5 },
];

export const generatedCases: readonly Case[] = [
  [
    'a related task twice',
    tasks('related', { tasks: [...TWO, { name: 'a', samples: 9 }] }),
    'duplicate',
    'experiment.tasks.tasks[2].name',
    'a',
  ],
  [
    'a relation for each of three, of two tasks',
    tasks('related', { tasks: TWO, relation: ['shared', 'shared', 'private'] }),
    'length-mismatch',
    'experiment.tasks.relation',
    '3',
    '2',
  ],
  [
    'another relation',
    tasks('related', { relation: 'cousins' }),
    'not-one-of',
    'experiment.tasks.relation',
    '"cousins"',
    'shared, private',
  ],
  [
    'another relation of one task',
    tasks('related', { tasks: TWO, relation: ['shared', 'cousins'] }),
    'not-one-of',
    'experiment.tasks.relation[1]',
    '"cousins"',
  ],
  [
    'a related task without rows',
    tasks('related', { tasks: [...TWO, { name: 'c' }] }),
    'missing',
    'experiment.tasks.tasks[2].samples',
  ],
  ['half a sign', tasks('negated', { sign: 0.5 }), 'not-one-of', 'experiment.tasks.sign', '0.5', '1, -1'],
  [
    'fewer inputs than singular values',
    tasks('capacity', { teacher: 'linear', dimension: 3 }),
    'out-of-range',
    'experiment.tasks.dimension',
    '3',
    '4',
  ],
  [
    'too few rows to be uncorrelated',
    tasks('capacity', { teacher: 'linear', samples: 10 }),
    'out-of-range',
    'experiment.tasks.samples',
    '10',
    '11',
  ],
  [
    'a negative singular value',
    tasks('capacity', { singularValues: [1, -1] }),
    'out-of-range',
    'experiment.tasks.singularValues[1]',
    '-1',
  ],
  [
    'no room for tasks beside two axes',
    tasks('groups', { teacher: 'quadratic', dimension: 2 }),
    'out-of-range',
    'experiment.tasks.dimension',
    '2',
    '3',
  ],
  ['a scale of nothing', tasks('scales', { scales: [1, 0] }), 'out-of-range', 'experiment.tasks.scales[1]', '0'],
  ['a single scale', tasks('scales', { scales: [1] }), 'list-length', 'experiment.tasks.scales', '1', '2', '10'],
  [
    'a correlation above one',
    tasks('mmoe', { correlation: 1.5 }),
    'out-of-range',
    'experiment.tasks.correlation',
    '1.5',
  ],
  [
    'a swept correlation above one',
    sweep('mmoe', 'correlation', [0, 2]),
    'out-of-range',
    'experiment.sweep.values[1]',
    '2',
  ],
  ['folds of fresh rows', sweep('mmoe', 'fold', [0, 1]), 'sweep-unsupported', 'experiment.sweep.over', 'mmoe', 'width'],
  ['eleven sinusoids', tasks('sinusoids', { taskCount: 11 }), 'out-of-range', 'experiment.tasks.taskCount', '11', '10'],
  ['a probability above one', tasks('glyphs', { keep: 1.1 }), 'out-of-range', 'experiment.tasks.keep', '1.1', '1'],
  [
    'shares that are more than everything',
    tasks('domains', { topicalShare: 0.7 }),
    'out-of-range',
    'experiment.tasks.topicalShare',
    '0.7',
    '0.6',
  ],
  [
    'too few rows at one value of a sweep',
    experiment({ tasks: { source: 'capacity', teacher: 'linear' }, sweep: { over: 'samples', values: [10, 50] } }),
    'out-of-range',
    'experiment.sweep.values[0]',
    '10',
    '11',
  ],
];
