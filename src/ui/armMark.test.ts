import { describe, expect, it } from 'vitest';
import { armMarks, type ArmWords } from './armMark';
import { dashArray, strokeOf } from './strokes';

const words: ArmWords = {
  alone: 'alone',
  hard: 'hard',
  full: 'full',
  soft: 'soft',
  scheme: (word) => word,
  balancing: (kind) => kind,
  own: (label) => label.en,
  width: (units) => `width ${units}`,
  on: { trunk: 'trunk', all: 'all' },
};
const soft = (lambda: number) =>
  ({ kind: 'soft', lambda, penalty: 'pairwise', on: 'trunk', coupling: 'gradient' }) as const;

describe('armMarks', () => {
  const marks = armMarks(
    [
      { id: 'alone', scheme: { kind: 'alone' } },
      { id: 's2', scheme: soft(0.1) },
      { id: 's1', scheme: soft(0.001) },
      { id: 'hard', scheme: { kind: 'hard', sharedLayers: 2, groups: null } },
      { id: 'full', scheme: { kind: 'hard', sharedLayers: 3, groups: null } },
    ],
    3,
    words,
    String,
  );

  it('names arms and tells full sharing from hard sharing', () => {
    expect(marks.map((mark) => mark.label)).toEqual(['alone', 'soft λ 0.1', 'soft λ 0.001', 'hard', 'full']);
    expect(marks.map((mark) => mark.shortLabel)).toEqual(['alone', 'λ 0.1', 'λ 0.001', 'hard', 'full']);
  });

  it('tells arms of equal name apart by what they couple or tie', () => {
    const twins = armMarks(
      [
        { id: 'a', scheme: soft(0.1) },
        { id: 'b', scheme: { ...soft(0.1), on: 'all' } },
        { id: 'c', scheme: { kind: 'hard', sharedLayers: 1, groups: null } },
        { id: 'd', scheme: { kind: 'hard', sharedLayers: 2, groups: null } },
      ],
      3,
      words,
      String,
    );
    expect(twins.map((mark) => mark.label)).toEqual(['soft λ 0.1 trunk', 'soft λ 0.1 all', 'hard 1', 'hard 2']);
  });

  it('tells the arms of a search over learning rates by their rates', () => {
    const search = [0.1, 1].flatMap((lambda) =>
      [0.01, 0.03].map((learningRate) => ({ id: `${lambda}-${learningRate}`, scheme: soft(lambda), learningRate })),
    );
    const marks = armMarks(search, 2, words, String);
    expect(marks.map((mark) => mark.label)).toEqual([
      'soft λ 0.1 η 0.01',
      'soft λ 0.1 η 0.03',
      'soft λ 1 η 0.01',
      'soft λ 1 η 0.03',
    ]);
    expect(marks[1]?.shortLabel).toBe('λ 0.1 η 0.03');
  });

  it('gives the stronger pull the longer dash', () => {
    const [, strong, weak] = marks;
    const first = (mark: (typeof marks)[number] | undefined): number =>
      mark ? (strokeOf(mark).dash[0] ?? 0) : Number.NaN;
    expect(first(strong)).toBeGreaterThan(first(weak));
  });

  it('keeps the three schemes apart without any colour', () => {
    const looks = (['alone', 'soft', 'hard'] as const).map((kind) => dashArray(strokeOf({ kind, tension: 0.5 }), 2));
    expect(new Set(looks).size).toBe(3);
    expect(looks[2]).toBe('none');
  });
});
