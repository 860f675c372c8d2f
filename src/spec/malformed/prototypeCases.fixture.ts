/** Keys that reach for the prototype of an object. */
import type { Case } from './case.fixture';

export const prototypeCases: readonly Case[] = ['__proto__', 'constructor', 'prototype'].flatMap((key): Case[] => [
  [`${key} at the root`, `{"${key}": {"polluted": 1}}`, 'forbidden-key', key, key],
  [
    `${key} inside`,
    `{"experiment": {"tasks": {"${key}": {"polluted": 1}}}}`,
    'forbidden-key',
    `experiment.tasks.${key}`,
  ],
  [`${key} in a list`, `{"check": [{"${key}": null}]}`, 'forbidden-key', `check[0].${key}`],
  [`${key} in disguise`, `{"\\u00${key.charCodeAt(0).toString(16)}${key.slice(1)}": 1}`, 'forbidden-key', key],
  [`${key} as an own key of a value`, JSON.parse(`{"training": {"${key}": 1}}`), 'forbidden-key', `training.${key}`],
]);
