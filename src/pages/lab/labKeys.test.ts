import { describe, expect, it } from 'vitest';
import { labCommand } from './labKeys';

/** An element inside (or being) something that one of the selectors names, as `closest` sees it. */
function within(...known: readonly string[]): { closest: (selector: string) => unknown } {
  return { closest: (selector) => (known.some((part) => selector.includes(part)) ? {} : null) };
}

const plain = {
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  repeat: false,
  target: within(),
};

describe('labCommand', () => {
  it.each([
    [' ', 'toggle'],
    ['.', 'step'],
    ['r', 'rewind'],
    ['R', 'rewind'],
    ['n', 'newSeed'],
    ['x', null],
    ['Enter', null],
  ])('key %j is %s', (key, command) => {
    expect(labCommand({ ...plain, key })).toBe(command);
  });

  it.each(['input:not(', 'textarea', 'select', '[contenteditable="true"]', 'dialog'])(
    'leaves every key to a focused %s',
    (tag) => {
      for (const key of [' ', '.', 'r', 'n']) expect(labCommand({ ...plain, key, target: within(tag) })).toBeNull();
    },
  );

  it.each(['button', 'a[href]', 'summary', 'input[type="radio"]', '[role="tab"]'])(
    'leaves the space bar, but only that, to a focused %s',
    (tag) => {
      expect(labCommand({ ...plain, key: ' ', target: within(tag) })).toBeNull();
      expect(labCommand({ ...plain, key: 'r', target: within(tag) })).toBe('rewind');
    },
  );

  it.each(['ctrlKey', 'metaKey', 'altKey', 'defaultPrevented'])('leaves keys with %s to the browser', (modifier) => {
    expect(labCommand({ ...plain, key: 'r', [modifier]: true })).toBeNull();
  });

  it('steps on while a key is held, and toggles once', () => {
    expect(labCommand({ ...plain, key: '.', repeat: true })).toBe('step');
    expect(labCommand({ ...plain, key: ' ', repeat: true })).toBeNull();
  });
});
