import { describe, expect, it } from 'vitest';
import { presentCommand, type PresentKey } from './presentKeys';

const press = (key: string, more: Partial<PresentKey> = {}): PresentKey => ({
  ...{ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false },
  target: null,
  ...more,
});
/** A focused element that is inside whatever matches `name`. */
const inside = (name: string): PresentKey['target'] => ({
  closest: (selector) => (selector.split(', ').includes(name) ? {} : null),
});

describe('presentCommand', () => {
  it('knows arrows, remotes, letters in either case', () => {
    expect(presentCommand(press('ArrowRight'))).toEqual({ do: 'view', by: 1 });
    expect(presentCommand(press('PageUp'))).toEqual({ do: 'view', by: -1 });
    expect(presentCommand(press('ArrowDown'))).toEqual({ do: 'slide', by: 1 });
    expect(presentCommand(press(' '))).toEqual({ do: 'go' });
    expect(presentCommand(press('F', { shiftKey: true }))).toEqual({ do: 'fullScreen' });
    expect(presentCommand(press('x'))).toBeNull();
    expect(presentCommand(press('constructor'))).toBeNull();
  });

  it('turns knobs forth and, with shift, back', () => {
    expect(presentCommand(press('2', { code: 'Digit2' }))).toEqual({ do: 'knob', index: 1, by: 1 });
    expect(presentCommand(press('@', { code: 'Digit2', shiftKey: true }))).toEqual({ do: 'knob', index: 1, by: -1 });
    expect(presentCommand(press('0', { code: 'Digit0' }))).toBeNull();
  });

  it('never steals a key from a field, a dialog, the browser, or the space bar from a button', () => {
    expect(presentCommand(press('r', { target: inside('input') }))).toBeNull();
    expect(presentCommand(press('Escape', { target: inside('dialog') }))).toBeNull();
    expect(presentCommand(press('r', { ctrlKey: true }))).toBeNull();
    expect(presentCommand(press(' ', { target: inside('button') }))).toBeNull();
    expect(presentCommand(press('r', { target: inside('button') }))).toEqual({ do: 'rewind' });
  });
});
