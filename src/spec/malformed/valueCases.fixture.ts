/** Values that no file can hold, but a program can hand over. */
import type { Case } from './case.fixture';
import { angle } from './changed.fixture';
import { anglePreset } from '../presets.fixture';

class Impostor {
  readonly version = 1;
}
const cyclic: Record<string, unknown> = { version: 1 };
cyclic['experiment'] = cyclic;
const getter = Object.defineProperty({}, 'version', { enumerable: true, get: () => 1 });

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

export const valueCases: readonly Case[] = [
  ['nothing', undefined, 'not-plain', '', 'undefined'],
  ['null', null, 'wrong-type', '', 'null'],
  ['a number', 1, 'wrong-type', '', '1', 'version'],
  ['true', true, 'wrong-type', '', 'true'],
  ['a list', [], 'wrong-type', '', '[]'],
  ['a function', () => 1, 'not-plain', '', 'function'],
  ['a symbol', Symbol('x'), 'not-plain', '', 'symbol'],
  ['a bigint', 1n, 'not-plain', '', 'bigint'],
  ['a date', { version: new Date(0) }, 'not-plain', 'version'],
  ['a map', { version: new Map() }, 'not-plain', 'version'],
  ['a typed array', { version: new Float32Array(3) }, 'not-plain', 'version'],
  ['an instance of a class', new Impostor(), 'not-plain', ''],
  ['inherited fields', Object.create({ version: 1 }), 'not-plain', ''],
  ['a getter', getter, 'not-plain', 'version'],
  ['a symbol as a key', { [Symbol('key')]: 1 }, 'not-plain', '', 'symbol'],
  ['a cycle', cyclic, 'too-deep', Array<string>(16).fill('experiment').join('.'), '16'],
  ['a field that is undefined', { ...anglePreset, slide: undefined }, 'not-plain', 'slide', 'undefined'],
  [
    'a hole in a list',
    angle((p) => (p.experiment['schemes'] = Array<unknown>(3))),
    'not-plain',
    'experiment.schemes[0]',
  ],
  ['a list of a billion holes', Array<unknown>(1_000_000_000), 'list-length', '', '1,000,000,000'],
  ['a revoked proxy', revoked(), 'unreadable', ''],
  [
    'a proxy that throws',
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    ),
    'unreadable',
    '',
  ],
];
