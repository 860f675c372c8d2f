import { describe, expect, it } from 'vitest';
import { openSafeStorage, type SafeStorage } from './safeStorage';
import { createSettings } from './settings';
import { parseUrlOptions } from './urlOptions';

const silent = parseUrlOptions('', '');

function holding(text: string | null): { readonly storage: SafeStorage; readonly text: () => string | null } {
  let value = text;
  const storage = openSafeStorage(() => ({ getItem: () => value, setItem: (_key, next) => void (value = next) }));
  return { storage, text: () => value };
}

function throwing(): SafeStorage {
  const fail = (): never => {
    throw new DOMException('quota', 'QuotaExceededError');
  };
  return openSafeStorage(() => ({ getItem: fail, setItem: fail }));
}

describe('settings', () => {
  it('prefers the address, then what was kept, then the browser', () => {
    const kept = JSON.stringify({ version: 1, language: 'zh-CN', theme: 'dark' });
    expect(createSettings(holding(kept).storage, parseUrlOptions('?lang=en', ''), 'en').getState().language).toBe('en');
    expect(createSettings(holding(kept).storage, silent, 'en').getState().language).toBe('zh-CN');
    expect(createSettings(holding(null).storage, silent, 'en').getState().language).toBe('en');
    expect(createSettings(holding(kept).storage, silent, 'en').getState().theme).toBe('dark');
  });

  it('keeps a choice, and only a choice', () => {
    const { storage, text } = holding(null);
    const settings = createSettings(storage, parseUrlOptions('?lang=en', ''), 'zh-CN');
    settings.getState().setTheme('projector');
    expect(JSON.parse(text() ?? '')).toEqual({ version: 1, language: null, theme: 'projector' });
  });

  it('works on, and says so, when storage throws', () => {
    const settings = createSettings(throwing(), silent, 'en');
    settings.getState().setLanguage('zh-CN');
    settings.getState().setTheme('dark');
    expect(settings.getState()).toMatchObject({ language: 'zh-CN', theme: 'dark', durable: false });
  });

  it.each(['', '{', '[]', '7', '"x"', '{"version":1,"theme":{"a":1},"language":"fr"}'])(
    'starts afresh from %j',
    (text) => {
      expect(createSettings(holding(text).storage, silent, 'en').getState()).toMatchObject({
        language: 'en',
        theme: 'auto',
      });
    },
  );

  it('never overwrites what a later version has kept', () => {
    const later = JSON.stringify({ version: 2, language: 'zh-CN', theme: 'sepia', extra: true });
    const { storage, text } = holding(later);
    const settings = createSettings(storage, silent, 'en');
    settings.getState().setTheme('dark');
    expect(settings.getState().theme).toBe('dark');
    expect(text()).toBe(later);
  });

  it('takes over what a changed address says and keeps the rest', () => {
    const settings = createSettings(holding(null).storage, parseUrlOptions('?backend=wasm', ''), 'en');
    settings.getState().takeOver(parseUrlOptions('', '#/lab?lang=zh-CN'));
    expect(settings.getState()).toMatchObject({ language: 'zh-CN', backend: 'wasm', refusals: [] });
    settings.getState().takeOver(parseUrlOptions('', '#/lab?backend=cuda'));
    expect(settings.getState().backend).toBe('wasm');
    expect(settings.getState().refusals).toHaveLength(1);
    settings.getState().dismissRefusals();
    expect(settings.getState().refusals).toEqual([]);
    settings.getState().letPageChoose();
    expect(settings.getState().backend).toBeNull();
  });
});
