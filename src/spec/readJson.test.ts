import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from './readJson';

function faultOf(text: string) {
  const reading = readJson(text);
  if (reading.ok) throw new Error(`accepted ${text}`);
  return reading.problem;
}

describe('against the engine’s own reader', () => {
  test('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test('accepts nothing that it refuses, and refuses nothing of what it accepts but for a stated reason', () => {
    const pieces = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"', '"a"', '"b"', '\\', '\\u0041', '-', '0', '12', '.5', 'e3', '1e400'],
      ...['true', 'false', 'null', 'nul', ' ', '\n', '\t', '\u00a0', '\uFEFF', '\u0000', '\ud800', '"__proto__"'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const reading = readJson(text);
        if (text.startsWith('\uFEFF')) return;
        let reference: unknown;
        try {
          reference = JSON.parse(text);
        } catch {
          expect(reading.ok && text).toBe(false);
          return;
        }
        if (reading.ok) expect(reading.value).toEqual(reference);
        else expect(['json-duplicate-key', 'not-finite', 'forbidden-key']).toContain(reading.problem.code);
      }),
      { numRuns: 5_000, seed: 2 },
    );
  });

  test('says where: a stray character is found where it stands', () => {
    const text = JSON.stringify({ a: [1, { b: 'x' }], c: 5 }, null, 2);
    for (let at = 0; at <= text.length; at += 1) {
      const problem = readJson(`${text.slice(0, at)}#${text.slice(at)}`);
      // Inside a string it is just another character.
      if (problem.ok) continue;
      const before = text.slice(0, at).split('\n');
      expect(problem.problem).toMatchObject({
        code: 'json-syntax',
        params: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, found: '"#"' },
      });
    }
  });
});

test('all escapes', () => {
  const text = String.raw`"\" \\ \/ \b \f \n \r \t \u4f01\u9e45 \ud83d\udc27"`;
  expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
});

test('a byte order mark before the text is no fault', () => {
  expect(readJson('\uFEFF{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
});

test('the place of a fault inside is part of it', () => {
  expect(faultOf('{"a":[0,{"b":1e999}]}')).toMatchObject({ code: 'not-finite', path: ['a', 1, 'b'] });
  expect(faultOf('{"a":{"x":1,"x":2}}')).toMatchObject({ path: ['a', 'x'], params: { key: 'x', line: 1, column: 13 } });
});

test('numbers are read as the engine reads them, to the last bit', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = JSON.stringify(value);
      expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
    }),
    { numRuns: 500, seed: 3 },
  );
});

test('nothing reaches a prototype', () => {
  expect(readJson('{"__proto__":{"polluted":true}}').ok).toBe(false);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
