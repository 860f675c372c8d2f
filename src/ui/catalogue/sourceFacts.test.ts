import { describe, expect, it } from 'vitest';
import en from '../../i18n/locales/en/sources.json';
import { describeSource, SOURCES, type SourceName } from '../../spec/sources/registry';
import { SOURCE_FACTS } from './sourceFacts';

const NAMES = Object.keys(SOURCES).filter((name): name is SourceName => name in SOURCES);
/** Sources that need nothing written: their default is looked at as well. */
const BARE = NAMES.filter((name) => describeSource(name).fields.safeParse({ source: name }).success);

/** The task names of a source with every setting at its default. */
function taskNames(name: SourceName): readonly string[] {
  const description = describeSource(name);
  const parsed = description.fields.safeParse({ source: name });
  if (!parsed.success) return [];
  return description
    .shapes(description.resolve(parsed.data as Parameters<typeof description.resolve>[0]))
    .map((one) => one.name);
}

describe('the words of data sources', () => {
  it.each(NAMES)('%s: has a name, a meaning, and where it is real a licence and an origin', (name) => {
    const words: { name: string; meaning: string; licence?: string; origin?: string } = en[name];
    expect(words.name).not.toBe('');
    expect(SOURCE_FACTS[name].real).toBe(words.origin !== undefined);
    if (SOURCE_FACTS[name].real) expect(words.licence).toBeDefined();
  });

  it('has words for every task of the sources as they stand', () => {
    expect(BARE.length).toBeGreaterThan(10);
    const known = new Set(Object.keys(en.task));
    expect(
      BARE.flatMap((name) =>
        taskNames(name)
          .filter((task) => !known.has(task))
          .map((task) => `${name}: ${task}`),
      ),
    ).toEqual([]);
  });

  it('uses every knob that has words', () => {
    const used = new Set<string>(Object.values(SOURCE_FACTS).flatMap(({ knobs }) => Object.values(knobs)));
    expect(Object.keys(en.knob).filter((knob) => !used.has(knob))).toEqual([]);
  });
});
