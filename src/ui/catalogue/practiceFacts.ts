/** Fusion, events of a timeline, and rates over time. */
import type { ScheduleSpec } from '../../spec/experiment';
import type { FusionMethod } from '../../spec/fusion';
import type { Operation } from '../../spec/timeline';
import type { MethodFacts } from './methodFacts';

type Anchor = Extract<Operation, { readonly do: 'anchor' }>;

export type FusionName = FusionMethod['kind'];
export type TimelineName = Exclude<Operation['do'], 'anchor'> | `anchor-${Anchor['penalty']}`;
export type ScheduleName = ScheduleSpec['kind'];

export const FUSION_FACTS = {
  mean: { papers: ['soups'], knobs: {} },
  weighted: { papers: ['soups'], knobs: { weights: 'weights' } },
  fisher: { papers: ['fisher'], knobs: { floor: 'floor' } },
  regmean: { papers: ['regmean'], knobs: {} },
  arithmetic: { papers: ['arithmetic'], knobs: { scale: 'scale' } },
  ties: { papers: ['ties'], knobs: { keep: 'keep', scale: 'scale' } },
  layerwise: { papers: ['soups'], knobs: { steps: 'fusionSteps', rate: 'fusionRate' } },
  greedy: { papers: ['soups'], knobs: {} },
} as const satisfies Readonly<Record<FusionName, MethodFacts>>;

export const TIMELINE_FACTS = {
  weights: { papers: ['curriculum'], knobs: { at: 'at', taskWeights: 'weights' } },
  scheme: { papers: [], knobs: { at: 'at', scheme: 'scheme' } },
  rate: { papers: [], knobs: { at: 'at', learningRate: 'learningRate' } },
  rows: { papers: ['replay'], knobs: { at: 'at', task: 'task', rows: 'rows' } },
  adopt: { papers: ['transferable'], knobs: { at: 'at', task: 'task' } },
  fuse: { papers: ['soups'], knobs: { at: 'at', method: 'method', tasks: 'tasks', on: 'on' } },
  'anchor-l2': { papers: ['startingPoint'], knobs: { at: 'at', lambda: 'lambda', task: 'task' } },
  'anchor-ewc': { papers: ['ewc'], knobs: { at: 'at', lambda: 'lambda', task: 'task' } },
  prune: { papers: ['prune'], knobs: { at: 'at', sparsity: 'sparsity', on: 'on' } },
  quantise: { papers: ['quantise'], knobs: { at: 'at', bits: 'bits', on: 'on' } },
} as const satisfies Readonly<Record<TimelineName, MethodFacts>>;

export const SCHEDULE_FACTS = {
  constant: { papers: [], knobs: {} },
  step: { papers: [], knobs: { every: 'every', factor: 'factor' } },
  cosine: { papers: ['cosine'], knobs: { floor: 'scheduleFloor' } },
  exponential: { papers: [], knobs: { every: 'every', factor: 'factor' } },
  warmup: { papers: ['warmup'], knobs: { steps: 'warmup' } },
} as const satisfies Readonly<Record<ScheduleName, MethodFacts>>;
