import { describe, expect, it } from 'vitest';
import { formatTable } from './formatTable';
import { clip, padEnd, textWidth } from './textWidth';
import { withSpread } from './withSpread';

describe('textWidth', () => {
  it('counts Chinese twice, marks not at all', () => {
    expect(textWidth('abc')).toBe(3);
    expect(textWidth('共享λ')).toBe(5);
    expect(textWidth('，（）')).toBe(6);
    expect(textWidth('e\u0301')).toBe(1);
    expect(padEnd('任务', 6)).toBe('任务  ');
  });

  it('clips without cutting a wide character in half', () => {
    expect(clip('abcdef', 6)).toBe('abcdef');
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clip('任务任务', 6)).toBe('任务…');
  });
});

describe('formatTable', () => {
  it('aligns columns', () => {
    const columns = [
      { title: '任务', align: 'left' },
      { title: 'n', align: 'right' },
    ] as const;
    expect(
      formatTable(columns, [
        ['species', '3'],
        ['性别', '120'],
      ]),
    ).toBe(['任务       n', '───────  ───', 'species    3', '性别     120', ''].join('\n'));
  });
});

describe('withSpread', () => {
  it.each([
    [0.59312, 0.0604, '0.593 ± 0.060'],
    [-12.345, 9.87, '−12.3 ± 9.9'],
    [431.2, 268.4, '431 ± 268'],
    [0.5, null, '0.5'],
    [0, 0, '0 ± 0'],
    [-100, 3e-5, '−100 ± 0'],
    [0.00012, 0.000034, '0.000120 ± 0.000034'],
  ])('%d ± %d is %s', (mean, halfWidth, text) => {
    expect(withSpread(mean, halfWidth)).toBe(text);
  });
});
