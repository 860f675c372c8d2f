/** What every slide must have, whoever writes it: equal sections in both languages, presets that exist, words for all. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../i18n';
import { isPresetId } from '../presets';
import { SLIDES } from '../spec/preset';
import { splitSections } from './reading/splitSections';
import { builtSlides, findSlide, neighbour } from './registry';

describe.each(builtSlides.map((slide) => [slide.id, slide] as const))('slide %s', (_, slide) => {
  const named = slide.reading.flatMap(({ parts }) =>
    parts.flatMap((part) => ('text' in part ? [part.text] : 'folded' in part ? [part.folded] : [])),
  );

  it('has the sections it names, in its order, in every language', async () => {
    for (const language of LANGUAGES) {
      const sections = splitSections((await slide.text[language]()).default);
      expect(
        sections.map(({ id }) => id),
        language,
      ).toEqual(named);
      expect(sections.filter(({ body, heading }) => body === '' || heading === '')).toEqual([]);
    }
  });

  it('says the same formulas and lists in every language', async () => {
    const [first, ...others] = await Promise.all(
      LANGUAGES.map(async (language) => splitSections((await slide.text[language]()).default)),
    );
    const skeleton = (body: string): readonly string[] => {
      const formulas = [...body.matchAll(/\$\$([\s\S]+?)\$\$/g)].map(([, formula]) =>
        // Words inside a formula are translated.
        (formula ?? '')
          .replace(/_\{\\text\{[^}]*\}\}/g, '_{}')
          .replace(/\\text\{[^}]*\}/g, '')
          .replace(/\s/g, ''),
      );
      return [...formulas, ...(body.match(/^- /gm) ?? [])];
    };
    for (const other of others) {
      expect(other.map(({ body }) => skeleton(body))).toEqual(first?.map(({ body }) => skeleton(body)));
    }
  });

  it('has no HTML and no address in its text: both would be shown, not followed', async () => {
    for (const language of LANGUAGES) {
      expect((await slide.text[language]()).default).not.toMatch(/<[a-z/]|https?:/i);
    }
  });

  it('rests on presets that exist', () => {
    expect(slide.presets.filter((id) => !isPresetId(id))).toEqual([]);
    expect(slide.presets).toContain(slide.figure.preset);
  });

  it('shows every live part of the reading once', async () => {
    const live = slide.reading.flatMap(({ beside, parts }) => [
      ...(beside === null ? [] : [beside]),
      ...parts.flatMap((part) => ('live' in part ? [part.live] : [])),
    ]);
    expect(new Set(live).size).toBe(live.length);
    expect(Object.keys((await slide.loadParts()).live).sort()).toEqual([...live].sort());
  });

  it('links its sources to where they are published', () => {
    for (const { href } of slide.sources) expect(href).toMatch(/^https:\/\/(doi\.org|arxiv\.org)\//);
  });

  it('starts its knobs on one of their values', () => {
    for (const { values, start } of slide.present.knobs) expect(values[start]).toBeDefined();
    expect(slide.present.knobs.length).toBeLessThanOrEqual(9);
  });
});

describe('the registry', () => {
  it('keeps the order of the course', () => {
    const places = builtSlides.map(({ id }) => SLIDES.indexOf(id));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('finds built slides and no others', () => {
    expect(findSlide('4.1')?.words).toBe('hardAgainstSoft');
    expect(findSlide('1.1')).toBeNull();
    expect(findSlide('constructor')).toBeNull();
    expect(neighbour('4.1', 1)).toBeNull();
  });
});
