import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './chooseLanguage';
import { InputError } from './inputError';
import { en } from './messages/en';
import { parseCommand } from './parseCommand';

const parse = (line: string) => parseCommand(line.split(' ').filter(Boolean), en);
const training = { backend: null, seeds: null, steps: null, quiet: false };

describe('parseCommand', () => {
  it.each([
    ['', { name: 'help' }],
    ['--help', { name: 'help' }],
    ['run penguins -h', { name: 'help' }],
    ['list', { name: 'list', json: false }],
    ['schema', { name: 'schema' }],
    ['validate a.json --json', { name: 'validate', file: 'a.json', json: true }],
    ['run penguins', { name: 'run', preset: 'penguins', json: false, ...training }],
    [
      'run --seeds 2 --steps=50 a.json --backend cpu --json --quiet',
      { name: 'run', preset: 'a.json', json: true, backend: 'cpu', seeds: 2, steps: 50, quiet: true },
    ],
    ['check', { name: 'check', presets: [], quick: false, json: false, jobs: null, results: true, ...training }],
    [
      'check a b --quick',
      { name: 'check', presets: ['a', 'b'], quick: true, json: false, jobs: null, results: true, ...training },
    ],
    [
      'check --jobs 3 --no-results',
      { name: 'check', presets: [], quick: false, json: false, jobs: 3, results: false, ...training },
    ],
    ['record a --out b.json', { name: 'record', preset: 'a', out: 'b.json', ...training }],
  ])('reads "%s"', (line, command) => {
    expect(parse(line)).toEqual(command);
  });

  it.each([
    ['train', /no command "train".*run/],
    ['run', /"run" needs <preset>/],
    ['run a b', /does not expect "b"/],
    ['list a', /does not expect "a"/],
    ['list --seeds 3', /no option --seeds/],
    ['run a -x', /no option -x/],
    ['run a --seeds', /--seeds needs a value/],
    ['run a --seeds= --json', /--seeds needs a value/],
    ['run a --seeds three', /--seeds cannot be "three".*whole number/],
    ['run a --seeds -1', /--seeds/],
    ['check --jobs many', /--jobs cannot be "many".*whole number/],
    ['run a --steps 1.5', /--steps cannot be "1.5"/],
    ['run a --backend webgpu', /--backend cannot be "webgpu".*simd, wasm, cpu/],
    ['run a --json=yes', /--json takes no value/],
    ['run a --json --json', /--json is given twice/],
  ])('refuses "%s" with one sentence', (line, message) => {
    expect(() => parse(line)).toThrow(InputError);
    expect(() => parse(line)).toThrow(message);
    expect(() => parse(line)).not.toThrow(/\n/);
  });
});

describe('chooseLanguage', () => {
  it.each([
    [['--lang', 'en', 'list'], { LANG: 'zh_CN.UTF-8' }, 'en', ['list']],
    [['list', '--lang=zh-CN', '--json'], {}, 'zh-CN', ['list', '--json']],
    [['list'], { LANG: 'zh_CN.UTF-8' }, 'zh-CN', ['list']],
    [['list'], { LC_ALL: 'en_GB', LANG: 'zh_CN.UTF-8' }, 'en', ['list']],
    [['list'], { LC_ALL: '', LANG: 'zh_TW@x' }, 'zh-CN', ['list']],
    [['list'], { LANG: 'C' }, 'en', ['list']],
    [['list'], {}, 'en', ['list']],
  ] as const)('%j in %j', (args, environment, language, rest) => {
    expect(chooseLanguage(args, environment)).toEqual({ language, rest, refused: null });
  });

  it('names a language it does not have', () => {
    expect(chooseLanguage(['list', '--lang', 'fr'], {})).toMatchObject({
      language: 'en',
      rest: ['list'],
      refused: 'fr',
    });
    expect(chooseLanguage(['list', '--lang'], {}).refused).toBe('""');
  });
});
