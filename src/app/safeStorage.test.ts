import { describe, expect, it } from 'vitest';
import { openSafeStorage } from './safeStorage';

function working(): { getItem(key: string): string | null; setItem(key: string, value: string): void } {
  const values = new Map<string, string>();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}

function failing(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}

describe('openSafeStorage', () => {
  it('keeps values in the store it was given', () => {
    const store = working();
    const storage = openSafeStorage(() => store);
    expect(storage.write('a', '1')).toBe(true);
    expect(store.getItem('a')).toBe('1');
    expect(storage.durable).toBe(true);
  });

  it.each([
    ['asking throws', failing],
    ['there is none', () => undefined],
    ['reading and writing throw', () => ({ getItem: failing, setItem: failing })],
  ])('falls back to memory when %s', (_name, open) => {
    const storage = openSafeStorage(open);
    expect(storage.read('a')).toBeNull();
    expect(storage.write('a', '1')).toBe(false);
    expect(storage.read('a')).toBe('1');
    expect(storage.durable).toBe(false);
  });

  it('keeps the newest value when the disk fills up in between', () => {
    const store = working();
    let full = false;
    const storage = openSafeStorage(() => ({
      getItem: (key) => store.getItem(key),
      setItem: (key, value) => (full ? failing() : store.setItem(key, value)),
    }));
    storage.write('a', 'old');
    full = true;
    storage.write('a', 'new');
    expect(storage.read('a')).toBe('new');
    full = false;
    storage.write('a', 'newer');
    expect(storage.read('a')).toBe('newer');
    expect(store.getItem('a')).toBe('newer');
  });
});
