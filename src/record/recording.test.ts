import { describe, expect, it } from 'vitest';
import type { BackendReport } from '../training/events';
import { RecordingError, recordFromJson, recordToJson } from './recording';
import { sampleRecord, sampleSpec } from './sampleRun.fixture';
import { transferGains } from './transferGains';

const record = {
  ...sampleRecord(sampleSpec([0, 4294967295]), [0, 10, 20, 30], (step) => (_, index) => Math.sin(step + index) * 3.7),
  adjustments: [{ step: 10, arm: 'soft-0.1', lambda: 2 }],
  stepsPerSecond: 1234.5678,
};

function tampered(change: (recording: Record<string, unknown>) => void): string {
  const recording = JSON.parse(recordToJson(record)) as Record<string, unknown>;
  change(recording);
  return JSON.stringify(recording);
}

describe('recordings', () => {
  it('come back with everything, arrays to 4 significant digits', () => {
    const back = recordFromJson(recordToJson(record));
    expect({ ...back, evaluations: [] }).toEqual({ ...record, stepsPerSecond: 1235, evaluations: [] });
    expect(back.evaluations.map((evaluation) => evaluation.step)).toEqual([0, 10, 20, 30]);
    back.evaluations.forEach((evaluation, index) => {
      const original = record.evaluations[index]?.relativeDistance ?? new Float32Array();
      expect(evaluation.relativeDistance).toHaveLength(original.length);
      evaluation.relativeDistance.forEach((value, at) => {
        const exact = original[at] ?? Number.NaN;
        expect(Math.abs(value - exact)).toBeLessThanOrEqual(Math.abs(exact) * 5.1e-4);
      });
    });
  });

  it('keep the story of a race and of what TensorFlow.js trained; older ones have none', () => {
    const backend: BackendReport = {
      backend: 'simd',
      trials: [
        { backend: 'wgsl', outcome: 'skipped', reason: 'slower', detail: 'a card' },
        { backend: 'simd', outcome: 'chosen', reason: 'fastest', detail: '' },
      ],
      race: [
        { backend: 'wgsl', stepsPerSecond: 812.5 },
        { backend: 'simd', stepsPerSecond: 1200 },
      ],
      tensorLanes: [{ lanes: 6, why: 'mixing' }],
    };
    expect(recordFromJson(recordToJson({ ...record, backend })).backend).toEqual(backend);
    expect(recordFromJson(recordToJson(record)).backend).toEqual(record.backend);
  });

  it.each(['wgsl', 'simd', 'webgpu', 'webgl', 'wasm', 'cpu'] as const)('know the backend %s', (backend) => {
    const trained = { ...record, backend: { backend, trials: [] } };
    expect(recordFromJson(recordToJson(trained)).backend.backend).toBe(backend);
  });

  it('are stable: writing what was read gives the same text', () => {
    const text = recordToJson(record);
    expect(recordToJson(recordFromJson(text))).toBe(text);
  });

  it('keep the gains to the digits shown', () => {
    const exact = transferGains(record, -1, { split: 'test' });
    const back = transferGains(recordFromJson(recordToJson(record)), -1, { split: 'test' });
    back.forEach((row, index) => expect(row.mean).toBeCloseTo(exact[index]?.mean ?? Number.NaN, 2));
  });

  it('can be thinned and leave out what nobody looks at', () => {
    const text = recordToJson(record, { evaluations: 2, drop: ['gradientNorm'], lastOnly: ['units'] });
    const back = recordFromJson(text);
    expect(back.evaluations.map((evaluation) => evaluation.step)).toEqual([0, 30]);
    expect(back.evaluations.map((evaluation) => evaluation.gradientNorm.length)).toEqual([0, 0]);
    expect(back.evaluations.map((evaluation) => evaluation.units.length)).toEqual([0, 42]);
    expect(text.length).toBeLessThan(recordToJson(record).length / 1.5);
  });

  it.each<[string, string, RegExp]>([
    ['text that is not JSON', '{', /./],
    ['unknown keys', tampered((file) => (file.extra = 1)), /extra/],
    ['another version', tampered((file) => (file.version = 2)), /version/],
    ['an unknown scheme', tampered((file) => (file.spec = { ...record.spec, arms: [{ id: 'x' }] })), /arms/],
    [
      'arrays of the wrong length',
      tampered((file) => (file.evaluations = [{ step: 0, trainLoss: [1, 2] }])),
      /evaluations\[0\]\.trainLoss: 2 numbers, expected 12/,
    ],
    [
      'values that are no numbers',
      tampered((file) => (file.evaluations = [{ step: 0, trainLoss: ['1'] }])),
      /trainLoss/,
    ],
    ['an unknown backend', tampered((file) => (file.backend = { backend: 'cuda', trials: [] })), /backend/],
    ['steps out of order', tampered((file) => (file.evaluations = [{ step: 5 }, { step: 5 }])), /step 5 comes after/],
  ])('refuse %s', (_, text, message) => {
    expect(() => recordFromJson(text)).toThrow(RecordingError);
    expect(() => recordFromJson(text)).toThrow(message);
  });
});
