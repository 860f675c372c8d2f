import { deflateRawSync } from 'node:zlib';
import type { Preset } from '../../src/spec/preset';

export interface SmallRun {
  readonly id?: string;
  readonly seeds?: number;
  readonly steps?: number;
  /** Steps between two measurements. */
  readonly every?: number;
  readonly learningRate?: number;
  readonly optimizer?: 'adam' | 'sgd';
  readonly lambda?: number;
}

/** Two tasks at 30 degrees; alone, hard and soft; small enough for graphics that run in software. */
export function smallPreset(run: SmallRun = {}): Preset {
  const { id = 'small', seeds = 2, steps = 20, every = 5, learningRate = 0.01, optimizer = 'adam', lambda = 0.1 } = run;
  return {
    version: 1,
    id,
    title: { 'zh-CN': '小实验', en: 'A small run' },
    claim: { 'zh-CN': '用来检验页面。', en: 'Made to test the page.' },
    lookAt: { 'zh-CN': '看步数。', en: 'Look at the step.' },
    experiment: {
      tasks: { source: 'angle', teacher: 'relu', dimension: 6, features: 2, angle: 30, samples: 24, testSamples: 50 },
      schemes: [{ scheme: 'alone' }, { scheme: 'hard' }, { scheme: 'soft', lambda }],
      seeds: { first: 7, count: seeds },
      model: { trunk: [{ units: 8, activation: 'relu' }] },
      training: { steps, learningRate, batch: 8, optimizer: { kind: optimizer } },
      evaluation: { every, gradients: true },
    },
  };
}

/** What stands after `#/lab?x=`, written here a second time from its description: JSON, raw deflate, base64url. */
export function packed(preset: unknown): string {
  return `d1:${deflateRawSync(JSON.stringify(preset)).toString('base64url')}`;
}
