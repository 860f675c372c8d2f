import { describe, expect, it } from 'vitest';
import { splitSections } from './splitSections';

describe('splitSections', () => {
  it('cuts at headings with an id', () => {
    expect(splitSections('## One thing {#one}\n\ntext\n\n### Below\nmore\n\n## 第二 {#two}\n')).toEqual([
      { id: 'one', heading: 'One thing', body: 'text\n\n### Below\nmore' },
      { id: 'two', heading: '第二', body: '' },
    ]);
  });

  it.each([
    ['text\n## A {#a}', /line 1: text before/],
    ['## A {#a}\n## B', /line 2: a heading needs an id/],
    ['## A {#a}\n## B {#a}', /line 2: section "a" comes twice/],
    ['# Title {#t}', /needs an id/],
  ])('refuses %j', (markdown, message) => {
    expect(() => splitSections(markdown)).toThrow(message);
  });
});
