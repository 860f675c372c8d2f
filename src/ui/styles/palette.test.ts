import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastRatio, deltaE2000, mixOklab, simulateDeficiency } from './colorScience';
import { GAIN_SHARES, PALETTES, type Palette, type ThemeName } from './palette';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const THEMES = Object.keys(PALETTES) as readonly ThemeName[];
const TOKENS: Readonly<Record<Exclude<keyof Palette, 'tasks'>, string>> = {
  paper: 'paper',
  well: 'well',
  ink: 'ink',
  ink2: 'ink-2',
  ink3: 'ink-3',
  frame: 'frame',
  rule: 'rule',
  grid: 'grid',
  focus: 'focus',
  selection: 'selection',
  gainPlus: 'gain-plus',
  gainMinus: 'gain-minus',
};

/** Declarations `--name: #rrggbb` of the block that starts with `selector {`. */
function colours(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  expect(start, selector).toBeGreaterThanOrEqual(0);
  const block = css.slice(start, css.indexOf('}', start));
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)) found[name] = value;
  return found;
}

const BLOCKS: readonly (readonly [string, ThemeName])[] = [
  [':root', 'light'],
  [":root:not([data-theme='light'], [data-theme='projector'])", 'dark'],
  [":root[data-theme='dark']", 'dark'],
  [":root[data-theme='projector']", 'projector'],
];

describe('tokens.css', () => {
  it.each(BLOCKS)('%s holds the palette of %s', (selector, theme) => {
    const palette = PALETTES[theme];
    const expected: Record<string, string> = {};
    for (const [key, token] of Object.entries(TOKENS)) expected[token] = palette[key as keyof typeof TOKENS];
    palette.tasks.forEach((value, index) => (expected[`task-${index + 1}`] = value));
    expect(colours(selector)).toEqual(expected);
  });

  it('keeps the projector at 20 px and 3 px or more', () => {
    const block = css.slice(css.indexOf(":root[data-theme='projector']"));
    const number = (name: string): number => Number(new RegExp(`--${name}: ([\\d.]+)`).exec(block)?.[1]);
    expect((number('font-root') / 100) * 16 * number('size-0')).toBeGreaterThanOrEqual(20);
    for (const line of ['line-alone', 'line-soft', 'line-hard']) expect(number(line)).toBeGreaterThanOrEqual(3);
  });
});

describe.each(THEMES)('the %s palette', (theme) => {
  const palette = PALETTES[theme];
  const papers = [palette.paper, palette.well];

  it('writes readable text', () => {
    for (const paper of papers) {
      expect(contrastRatio(palette.ink, paper)).toBeGreaterThan(12);
      expect(contrastRatio(palette.ink2, paper)).toBeGreaterThan(7);
      expect(contrastRatio(palette.ink3, paper)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrastRatio(palette.ink, palette.selection)).toBeGreaterThan(7);
  });

  it('draws controls, focus and every task at 3:1 or more', () => {
    for (const value of [palette.frame, palette.focus, ...palette.tasks]) {
      expect(contrastRatio(value, palette.paper), value).toBeGreaterThanOrEqual(3);
    }
  });

  it('keeps tasks apart for every kind of sight', () => {
    const views = [
      (c: string) => c,
      ...(['protan', 'deutan', 'tritan'] as const).map((kind) => (c: string) => simulateDeficiency(c, kind)),
    ];
    palette.tasks.forEach((first, i) => {
      palette.tasks.slice(0, i).forEach((second, j) => {
        const nearest = Math.min(...views.map((view) => deltaE2000(view(first), view(second))));
        expect(nearest, `tasks ${j + 1} and ${i + 1}`).toBeGreaterThanOrEqual(i < 4 ? 15 : 13);
      });
    });
  });

  it('keeps numbers readable on every shade of gain and the two signs apart', () => {
    for (const end of [palette.gainPlus, palette.gainMinus]) {
      for (const share of GAIN_SHARES) {
        expect(contrastRatio(palette.ink, mixOklab(end, palette.paper, share))).toBeGreaterThanOrEqual(4.5);
      }
    }
    const full = GAIN_SHARES[GAIN_SHARES.length - 1] ?? 1;
    const [plus, minus] = [palette.gainPlus, palette.gainMinus].map((end) => mixOklab(end, palette.paper, full));
    for (const kind of ['protan', 'deutan', 'tritan'] as const) {
      expect(deltaE2000(simulateDeficiency(plus ?? '', kind), simulateDeficiency(minus ?? '', kind))).toBeGreaterThan(
        10,
      );
    }
  });
});
