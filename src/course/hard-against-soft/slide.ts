import type { CourseSlide, PresentKnob } from '../courseSlide';
import { findSoft, predict30 } from './exercise';
import type { Knob, Live, Section, View } from './names';
import { sources } from './sources';
import { tableSources } from './table/tableSources';

const views = [
  { id: 'figure', asks: false },
  { id: 'ask', asks: true },
  { id: 'slices', asks: false },
  { id: 'table', asks: false },
] as const satisfies readonly { readonly id: View; readonly asks: boolean }[];

const everywhere = views.map((view) => view.id);

const knobs = [
  { id: 'angle', views: ['figure', 'ask', 'slices'], values: [0, 30, 60, 90], start: 1, effect: 'live' },
  { id: 'quantity', views: ['ask', 'slices'], values: ['gain', 'error'], start: 0, effect: 'live' },
  { id: 'seeds', views: everywhere, values: [5, 10, 20], start: 2, effect: 'restart' },
  { id: 'steps', views: everywhere, values: [100, 250, 500], start: 2, effect: 'restart' },
] as const satisfies readonly PresentKnob<Knob>[];

/** 4.1: alone, soft and hard are one axis, and where on it to stand depends on how alike the tasks are. */
export const hardAgainstSoft = {
  id: '4.1',
  words: 'hardAgainstSoft',
  text: {
    'zh-CN': () => import('./zh-CN.md?raw'),
    en: () => import('./en.md?raw'),
  },
  figure: { number: 7, preset: 'phase-diagram' },
  table: { number: 7 },
  reading: [
    {
      beside: 'figure',
      width: 'reading',
      parts: [
        { text: 'question' },
        { text: 'three-ways' },
        { text: 'one-knob' },
        { live: 'predict' },
        { text: 'reading' },
        { text: 'why' },
        { live: 'worked' },
      ],
    },
    { beside: null, width: 'wide', parts: [{ text: 'data-sets' }, { live: 'table' }] },
    {
      beside: 'find',
      width: 'reading',
      parts: [{ text: 'misconceptions' }, { text: 'choose' }, { folded: 'teacher-notes' }, { live: 'sources' }],
    },
  ],
  presets: [
    ...new Set([
      ...tableSources.map((source) => source.preset),
      predict30.preset,
      ...predict30.reasons.map((reason) => reason.see.preset),
      findSoft.preset,
    ]),
  ],
  sources,
  present: { views, knobs },
  loadParts: async () => (await import('./parts')).parts,
} as const satisfies CourseSlide<Section, Live>;
