/** Faults in what a preset promises. */
import type { Case } from './case.fixture';
import { check } from './changed.fixture';
import { measuredCheckCases } from './measuredCheckCases.fixture';

const gain = { kind: 'gain', arm: 'hard-1', task: 'first', sign: 'none' };

export const checkCases: readonly Case[] = [
  ['a check as text', check('it works'), 'wrong-type', 'check[0]', '"it works"', 'kind'],
  ['an empty list', check(), 'list-length', 'check', '0', '32'],
  [
    'another kind',
    check({ kind: 'eval' }),
    'not-one-of',
    'check[0].kind',
    '"eval"',
    'gain, order, close, score, range, lower',
  ],
  [
    'an arm that is not there',
    check({ ...gain, arm: 'hard' }),
    'check-unknown',
    'check[0].arm',
    '"hard"',
    'base, hard-1, soft-0.1',
  ],
  [
    'a task that is not there',
    check({ ...gain, task: 'mass' }),
    'check-unknown',
    'check[0].task',
    '"mass"',
    'first, second',
  ],
  ['a point that is not there', check({ ...gain, point: 45 }), 'check-unknown', 'check[0].point', '45', '0, 90'],
  ['another sign', check({ ...gain, sign: '+' }), 'not-one-of', 'check[0].sign', '"+"', 'positive, negative, none'],
  [
    'an order of one',
    check({ kind: 'order', task: 'first', arms: ['base'] }),
    'list-length',
    'check[0].arms',
    '1',
    '2',
    '32',
  ],
  [
    'an order with a stranger',
    check({ kind: 'order', task: 'first', arms: ['base', 'x'] }),
    'check-unknown',
    'check[0].arms[1]',
    '"x"',
  ],
  [
    'three that are close',
    check({ kind: 'close', task: 'first', arms: ['base', 'base', 'base'], within: 0.1 }),
    'list-length',
    'check[0].arms',
    '3',
    '2',
  ],
  ['a score without bounds', check({ kind: 'score', arm: 'base', task: 'first' }), 'missing', 'check[0]', 'min, max'],
  [
    'bounds the wrong way round',
    check({ kind: 'score', arm: 'base', task: 'first', min: 2, max: 1 }),
    'check-range',
    'check[0]',
    '2',
    '1',
  ],
  ...measuredCheckCases,
];
