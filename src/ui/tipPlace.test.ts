import { describe, expect, it } from 'vitest';
import { tipPlace } from './tipPlace';

const view = { width: 400, height: 300 };
const tip = { width: 200, height: 80 };

describe('tipPlace', () => {
  it('goes under the word where there is room', () => {
    expect(tipPlace({ left: 20, top: 50, width: 40, height: 20 }, tip, view)).toEqual({ left: 20, top: 78 });
  });
  it('goes above at the foot of the window', () => {
    expect(tipPlace({ left: 20, top: 250, width: 40, height: 20 }, tip, view).top).toBe(162);
  });
  it('stays inside at both sides', () => {
    expect(tipPlace({ left: 380, top: 50, width: 40, height: 20 }, tip, view).left).toBe(192);
    expect(tipPlace({ left: -30, top: 50, width: 40, height: 20 }, tip, view).left).toBe(8);
  });
});
