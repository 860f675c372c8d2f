import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { methodOf } from '../../balancing/registry';
import { BALANCING_KINDS } from '../../spec/balancing';
import { resolveBalancing } from '../../spec/balancingFields';
import { FormulaMath } from '../FormulaMath';
import en from '../../i18n/locales/en/methods.json';
import { formulaOf } from './formulas';
import { allMethods, factsOf, groupOf, needOf } from './methodId';
import { paperAddress } from './paper';
import { paperOf } from './papers';

const METHODS = allMethods();

describe('the catalogue of methods', () => {
  it('has the groups and methods of the words, no more and no fewer', () => {
    const groups = ['scheme', 'balancing', 'fusion', 'timeline', 'schedule'] as const;
    const worded = groups.flatMap((group) => Object.keys(en[group]).map((name) => `${group}.${name}`));
    expect([...METHODS].sort()).toEqual(worded.sort());
  });

  it.each(METHODS)('%s: its formula is typeset without error', (method) => {
    const markup = renderToStaticMarkup(createElement(FormulaMath, { method }));
    expect(markup).toContain('<math');
    expect(markup).not.toMatch(/katex-error|merror/);
    expect(markup).not.toContain('\u2225');
  });

  it('has no word in a formula', () => {
    expect(METHODS.filter((method) => /\\text\b|\\mathrm\b/.test(formulaOf(method)))).toEqual([]);
  });

  it('uses every knob that has words', () => {
    const used = new Set<string>(METHODS.flatMap((method) => Object.values(factsOf(method).knobs)));
    // Of every arm, not of one method; and `penalty` chooses between the cards of soft sharing.
    expect(Object.keys(en.knob).filter((knob) => !used.has(knob))).toEqual(['penalty', 'width']);
  });

  it('names each work by an address that can be told', () => {
    for (const method of METHODS) {
      for (const id of factsOf(method).papers) {
        const paper = paperOf(id);
        expect(paper.id).toMatch(/^(arXiv:\d{4}\.\d{4,5}|openreview:\w+|10\.\d{4,}\/\S+)$/);
        expect(paperAddress(paper)).toMatch(/^https:\/\/(arxiv\.org\/abs\/|openreview\.net\/|doi\.org\/10)/);
        expect(paper.year).toBeGreaterThan(1990);
      }
    }
  });

  it.each(BALANCING_KINDS)('%s: says what the method really looks at, and has its knobs', (kind) => {
    const settings = resolveBalancing({ kind });
    expect(needOf(`balancing.${kind}`)).toBe(methodOf(settings).needs);
    expect(['kind', ...Object.keys(factsOf(`balancing.${kind}`).knobs)].sort()).toEqual(Object.keys(settings).sort());
  });

  it('knows a group from a name', () => {
    expect(groupOf('balancing.imtl-g')).toBe('balancing');
  });
});
