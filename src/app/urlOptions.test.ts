import { describe, expect, it } from 'vitest';
import { parseUrlOptions, withLanguage, withoutBackend } from './urlOptions';

describe('parseUrlOptions', () => {
  it('says nothing when the address says nothing', () => {
    expect(parseUrlOptions('', '#/lab')).toEqual({ language: null, backend: null, refusals: [] });
  });

  it('reads before the hash and inside it', () => {
    expect(parseUrlOptions('?lang=en', '#/lab?p=penguins&backend=wasm')).toEqual({
      language: 'en',
      backend: 'wasm',
      refusals: [],
    });
  });

  it.each(['wgsl', 'simd', 'webgpu', 'webgl', 'wasm', 'cpu'])('knows the backend %s', (value) => {
    expect(parseUrlOptions(`?backend=${value}`, '#/lab')).toMatchObject({ backend: value, refusals: [] });
  });

  it('lets the hash win', () => {
    expect(parseUrlOptions('?lang=en&backend=cpu', '#/?lang=zh-CN').language).toBe('zh-CN');
    expect(parseUrlOptions('?lang=en&backend=cpu', '#/?lang=zh-CN').backend).toBe('cpu');
  });

  it.each(['cuda', '', 'WASM', '__proto__', 'constructor'])(
    'refuses backend %j by name, with what is allowed',
    (value) => {
      const options = parseUrlOptions(`?backend=${value}`, '');
      expect(options.backend).toBeNull();
      expect(options.refusals).toEqual([
        { name: 'backend', value, allowed: ['wgsl', 'simd', 'webgpu', 'webgl', 'wasm', 'cpu'] },
      ]);
    },
  );

  it('refuses an unknown language and shows no more than forty characters of it', () => {
    const options = parseUrlOptions(`?lang=${'x'.repeat(5000)}`, '');
    expect(options.language).toBeNull();
    expect(options.refusals[0]?.value).toBe(`${'x'.repeat(40)}…`);
  });

  it('survives broken escapes', () => {
    expect(parseUrlOptions('?lang=%E0%A4%A', '#/?backend=%').refusals).toHaveLength(2);
  });
});

describe('withLanguage', () => {
  it('leaves an address without a language alone', () => {
    expect(withLanguage('?backend=cpu', '#/lab?p=a', 'en')).toBeNull();
  });

  it('rewrites every place that names one', () => {
    expect(withLanguage('?lang=en&backend=cpu', '#/lab?p=a&lang=en', 'zh-CN')).toEqual({
      search: '?lang=zh-CN&backend=cpu',
      hash: '#/lab?p=a&lang=zh-CN',
    });
  });
});

describe('withoutBackend', () => {
  it('leaves an address alone that forces none', () => {
    expect(withoutBackend('?lang=en', '#/lab?p=a')).toBeNull();
  });

  it('removes it wherever it was written, and nothing else', () => {
    expect(withoutBackend('?backend=wgsl', '#/lab?p=a&backend=simd&x=b')).toEqual({
      search: '',
      hash: '#/lab?p=a&x=b',
    });
    expect(withoutBackend('?lang=en&backend=cpu', '#/lab?backend=cpu')).toEqual({ search: '?lang=en', hash: '#/lab' });
  });
});
