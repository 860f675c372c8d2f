import { describe, expect, it } from 'vitest';
import { joinSvg } from './joinSvg';

describe('joinSvg', () => {
  it('puts drawings side by side in one file with one declaration', () => {
    const file = (name: string, width: number) => ({
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<svg id="${name}"/>`,
      width,
      height: width / 2,
    });
    const text = joinSvg([file('a', 100), file('b', 60)]);
    expect(text.match(/<\?xml/g)).toHaveLength(1);
    expect(text).toContain('width="184" height="50"');
    expect(text).toContain('<g transform="translate(0 0)"><svg id="a"/></g>');
    expect(text).toContain('<g transform="translate(124 0)"><svg id="b"/></g>');
  });

  it('is an empty file without drawings', () => {
    expect(joinSvg([])).toContain('width="0" height="0"');
  });
});
