/** Faults in groups, balancing, timelines and probes. */
import type { Case } from './case.fixture';
import { experiment, schemes } from './changed.fixture';

const place = 'experiment.schemes[0]';
const hard = (more: object): unknown => schemes({ scheme: 'hard', ...more });
const event = (more: object): unknown => hard({ timeline: [{ at: 10, ...more }] });

export const armCases: readonly Case[] = [
  ['a group of a stranger', hard({ groups: [['first', 'third']] }), 'task-unknown', `${place}.groups[0][1]`, 'third'],
  ['a task in two groups', hard({ groups: [['first', 'second'], ['second']] }), 'duplicate', `${place}.groups[1][0]`],
  [
    'another method',
    hard({ balancing: { kind: 'fair' } }),
    'not-one-of',
    `${place}.balancing.kind`,
    '"fair"',
    'pcgrad',
  ],
  [
    'a setting of another method',
    hard({ balancing: { kind: 'mgda', c: 1 } }),
    'unknown-key',
    `${place}.balancing.c`,
    'kind',
  ],
  [
    'gradients balanced where nothing is tied',
    schemes({ scheme: 'alone', balancing: { kind: 'pcgrad' } }),
    'balancing-needs-hard',
    `${place}.balancing`,
    'pcgrad',
  ],
  [
    'gradients balanced in groups',
    hard({ groups: [['first', 'second']], balancing: { kind: 'nash' } }),
    'balancing-needs-hard',
    `${place}.balancing`,
  ],
  [
    'an event after the end',
    event({ at: 99_999, do: 'rate', learningRate: 0.1 }),
    'timeline-after-end',
    `${place}.timeline[0].at`,
  ],
  ['an event at step 0', event({ at: 0, do: 'adopt', task: 'first' }), 'out-of-range', `${place}.timeline[0].at`],
  ['an event without a name', event({}), 'missing', `${place}.timeline[0].do`, 'weights'],
  ['an event for a stranger', event({ do: 'adopt', task: 'third' }), 'task-unknown', `${place}.timeline[0].task`],
  [
    'weights for three of two',
    event({ do: 'weights', taskWeights: [1, 0, 1] }),
    'length-mismatch',
    `${place}.timeline[0].taskWeights`,
  ],
  [
    'a fusion of networks that have no rows',
    schemes({ scheme: 'cross-stitch', timeline: [{ at: 10, do: 'fuse', method: { kind: 'mean' } }] }),
    'timeline-needs-rows',
    `${place}.timeline[0].do`,
  ],
  [
    'two weights for three trunks',
    event({ do: 'fuse', method: { kind: 'weighted', weights: [1, 2, 3] } }),
    'length-mismatch',
    `${place}.timeline[0].method.weights`,
  ],
  ['own experts without ple', schemes({ scheme: 'experts', ownExperts: 2 }), 'ple-only', `${place}.ownExperts`],
  [
    'a sluice of unlike layers',
    experiment({ model: { trunk: [{ units: 4 }, { units: 6 }] }, schemes: [{ scheme: 'sluice' }] }),
    'sluice-width',
    `${place}.scheme`,
    '4, 6',
  ],
  [
    'experts without a trunk',
    experiment({ model: { trunk: [] }, evaluation: {}, schemes: [{ scheme: 'experts' }] }),
    'no-trunk',
    `${place}.scheme`,
  ],
  [
    'a probe of a trunk that is not',
    experiment({ model: { trunk: [] }, evaluation: { probes: ['affinity'] }, schemes: [{ scheme: 'alone' }] }),
    'probe-needs-trunk',
    'experiment.evaluation.probes[0]',
  ],
];
