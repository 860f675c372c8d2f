import { describe, expect, it } from 'vitest';
import { labCommand } from './labKeys';

/** An element inside (or being) the given kinds of element, as `closest` sees it. */
function within(...tags: readonly string[]): { closest: (selector: string) => unknown } {
  return { closest: (selector) => (tags.some((tag) => selector.split(/,\s*/).includes(tag)) ? {} : null) };
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

  it.each(['input', 'textarea', 'select', '[contenteditable="true"]', '[role="slider"]', 'dialog'])(
    'leaves every key to a focused %s',
    (tag) => {
      for (const key of [' ', '.', 'r', 'n']) expect(labCommand({ ...plain, key, target: within(tag) })).toBeNull();
    },
  );

  it.each(['button', 'a[href]', 'summary', '[role="tab"]'])(
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
