import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inBothLanguages } from './describe.fixture';
import { parsePreset } from './parsePreset';
import { anglePreset, penguinsPreset, tablePreset } from './presets.fixture';
import { tryResolve } from './resolve';

const presets = [anglePreset, penguinsPreset, tablePreset];

/** Every answer is one of two: a frozen preset that resolves, or problems that can be told. */
function answer(input: unknown): 'accepted' | 'refused' {
  const parsing = parsePreset(input);
  if (parsing.ok) {
    expect(Object.isFrozen(parsing.preset.experiment)).toBe(true);
    expect(tryResolve(parsing.preset).ok).toBe(true);
    return 'accepted';
  }
  expect(parsing.problems.length).toBeGreaterThan(0);
  for (const problem of parsing.problems) {
    for (const message of inBothLanguages(problem)) expect(message).not.toContain('{{');
  }
  return 'refused';
}

test.each(presets.map((preset) => [preset.experiment.tasks.source, preset] as const))(
  'a complete preset (%s) comes back as it was, from text and from a value',
  (_, preset) => {
    expect(parsePreset(preset)).toEqual({ ok: true, preset });
    expect(parsePreset(JSON.stringify(preset, null, 2))).toEqual({ ok: true, preset });
  },
);

test('a minimal preset: everything that has a default is left out', () => {
  const words = { 'zh-CN': '一', en: 'One' };
  const minimal = { version: 1, id: 'm', title: words, claim: words, lookAt: words };
  for (const source of ['angle', 'penguins']) {
    expect(answer({ ...minimal, experiment: { tasks: { source } } })).toBe('accepted');
  }
});

test('what comes back is a copy: later changes of the input do not reach it', () => {
  const input = structuredClone(anglePreset);
  const parsing = parsePreset(input);
  input.experiment.tasks.angle = 1;
  expect(parsing.ok && parsing.preset.experiment.tasks).toMatchObject({ angle: 30 });
});

describe('fuzz', () => {
  test('any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(answer(value)).toBe('refused');
        expect(answer(JSON.stringify(value))).toBe('refused');
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  test('any value at all', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        expect(answer(value)).toBe('refused');
      }),
      { numRuns: 1_000, seed: 12 },
    );
  });

  test('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(answer(text)).toBe('refused');
      }),
      { numRuns: 1_000, seed: 13 },
    );
  });

  test('a complete preset with any part replaced by anything', () => {
    const replaced = fc
      .tuple(fc.constantFrom(...presets), fc.nat(), fc.anything())
      .map(([preset, nth, value]) => replacePart(preset, nth, value));
    fc.assert(
      fc.property(replaced, (preset) => {
        answer(preset);
      }),
      { numRuns: 2_000, seed: 14 },
    );
  });

  test('a complete preset as text with one character changed, removed or doubled', () => {
    const text = JSON.stringify(anglePreset);
    const edited = fc
      .tuple(fc.nat(text.length - 1), fc.constantFrom('', '"', ',', '{', ']', '9', 'e', '-', '\u0000', '\\'), fc.nat(2))
      .map(([at, letter, keep]) => text.slice(0, at) + letter + text.slice(at + keep));
    fc.assert(
      fc.property(edited, (changed) => {
        answer(changed);
      }),
      { numRuns: 2_000, seed: 15 },
    );
  });
});

/** The nth of all values inside, counted in order and round again. */
function replacePart(preset: object, nth: number, value: unknown): object {
  const copy = structuredClone(preset);
  const places: (() => void)[] = [];
  const walk = (parent: object): void => {
    for (const key of Object.keys(parent)) {
      places.push(() => Reflect.set(parent, key, value));
      const child: unknown = Reflect.get(parent, key);
      if (typeof child === 'object' && child !== null) walk(child);
    }
  };
  walk(copy);
  places[nth % places.length]?.();
  return copy;
}
