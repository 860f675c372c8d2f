/** Faults in what a preset says of itself. */
import type { Case } from './case.fixture';
import { anglePreset } from '../presets.fixture';

const long = (length: number): string => 'x'.repeat(length);

export const headCases: readonly Case[] = [
  ['an empty object', {}, 'missing', 'version', '1'],
  ...['version', 'id', 'title', 'claim', 'lookAt', 'experiment'].map((key): Case => [
    `no ${key}`,
    Object.fromEntries(Object.entries(anglePreset).filter(([name]) => name !== key)),
    'missing',
    key,
  ]),
  ['version 0', { ...anglePreset, version: 0 }, 'not-one-of', 'version', '0', '1'],
  ['version "1"', { ...anglePreset, version: '1' }, 'not-one-of', 'version', '"1"', '1'],
  ['a version to come', { version: 2, anything: 'else' }, 'newer-version', 'version', '2', '1'],
  ['an empty id', { ...anglePreset, id: '' }, 'text-length', 'id', '0', '64'],
  ['a long id', { ...anglePreset, id: long(65) }, 'text-length', 'id', '65', '64'],
  ['an id with capitals', { ...anglePreset, id: 'Mine' }, 'bad-format', 'id', '"Mine"'],
  ['an id with a slash', { ...anglePreset, id: '../../etc' }, 'bad-format', 'id', '"../../etc"'],
  ['an id with a space', { ...anglePreset, id: 'a b' }, 'bad-format', 'id', '"a b"'],
  ['an id in Chinese', { ...anglePreset, id: '企鹅' }, 'bad-format', 'id', '"企鹅"'],
  ['an id that is a number', { ...anglePreset, id: 7 }, 'wrong-type', 'id', '7'],
  ['a title in one language', { ...anglePreset, title: { en: 'x' } }, 'missing', 'title.zh-CN', '120'],
  [
    'a title in another language',
    { ...anglePreset, title: { ...anglePreset.title, de: 'x' } },
    'unknown-key',
    'title.de',
    '"de"',
    'zh-CN, en',
  ],
  ['a title that is text', { ...anglePreset, title: 'x' }, 'wrong-type', 'title', '"x"', 'zh-CN, en'],
  ['an empty title', { ...anglePreset, title: { en: '', 'zh-CN': '题' } }, 'text-length', 'title.en', '0', '120'],
  [
    'a long title',
    { ...anglePreset, title: { en: long(121), 'zh-CN': '题' } },
    'text-length',
    'title.en',
    '121',
    '120',
  ],
  [
    'a long claim',
    { ...anglePreset, claim: { en: 'x', 'zh-CN': '长'.repeat(601) } },
    'text-length',
    'claim.zh-CN',
    '601',
    '600',
  ],
  [
    'long teacher notes',
    { ...anglePreset, teacherNotes: { en: long(4_001), 'zh-CN': '长' } },
    'text-length',
    'teacherNotes.en',
    '4,001',
    '4,000',
  ],
  ['a claim that is a list', { ...anglePreset, claim: ['x'] }, 'wrong-type', 'claim', '[…]'],
  ['a slide that is none', { ...anglePreset, slide: '9.9' }, 'not-one-of', 'slide', '"9.9"', '4.1'],
  ['a slide as a number', { ...anglePreset, slide: 4.1 }, 'not-one-of', 'slide', '4.1'],
  ['a field nobody knows', { ...anglePreset, script: 'alert(1)' }, 'unknown-key', 'script', 'script', 'experiment'],
  ['a field with a strange name', { ...anglePreset, '<img src=x>': 1 }, 'unknown-key', '"<img src=x>"'],
  ['a long address of a schema', { ...anglePreset, $schema: long(201) }, 'text-length', '$schema', '201', '200'],
  ['an experiment that is null', { ...anglePreset, experiment: null }, 'wrong-type', 'experiment', 'null'],
];
