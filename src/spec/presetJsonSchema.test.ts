import { expect, test } from 'vitest';
import { LIMITS } from './limits';
import { presetJsonSchema } from './presetJsonSchema';

/** Follows keys through a schema. */
function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

test('editors get the same limits, and an explanation of each field', () => {
  const schema = presetJsonSchema();
  const rate = at(schema, 'properties', 'experiment', 'properties', 'training', 'properties', 'learningRate');
  expect(rate).toMatchObject({ type: 'number', minimum: LIMITS.learningRate.min, maximum: LIMITS.learningRate.max });
  expect(at(rate, 'description')).toContain('0.01');
  expect(at(schema, 'required')).toEqual(['version', 'id', 'title', 'claim', 'lookAt', 'experiment']);
  expect(at(schema, 'additionalProperties')).toBe(false);
});

test('it is plain JSON', () => {
  const schema = presetJsonSchema();
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
});
