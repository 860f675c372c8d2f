import { describe, expect, it } from 'vitest';
import { LIMITS } from '../spec/limits';
import { decodeCsv } from './decodeCsv';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

describe('decoding a file', () => {
  it('reads UTF-8, with and without mark, and UTF-16 with one', () => {
    expect(decodeCsv(new TextEncoder().encode('名,值'))).toEqual({ ok: true, text: '名,值', encoding: 'utf-8' });
    expect(decodeCsv(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ ok: true, text: 'a', encoding: 'utf-8' });
    expect(decodeCsv(bytes(0xff, 0xfe, 0x0d, 0x54))).toEqual({ ok: true, text: '名', encoding: 'utf-16le' });
    expect(decodeCsv(bytes(0xfe, 0xff, 0x54, 0x0d))).toEqual({ ok: true, text: '名', encoding: 'utf-16be' });
  });

  it('reads what Chinese and western spreadsheets write', () => {
    // 温度 in GB 2312: CE C2 B6 C8.
    expect(decodeCsv(bytes(0xce, 0xc2, 0xb6, 0xc8, 0x2c))).toEqual({ ok: true, text: '温度,', encoding: 'gb18030' });
    // "Größe," in Windows-1252: no pair of GB 18030 begins with F6 and goes on with DF 65 2C ... at its end.
    expect(decodeCsv(bytes(0x47, 0x72, 0xf6, 0x2c), 'windows-1252')).toMatchObject({ ok: true, text: 'Grö,' });
    expect(decodeCsv(bytes(0x61, 0xfc, 0x2c))).toMatchObject({ ok: true, text: 'aü,', encoding: 'windows-1252' });
  });

  it('refuses what is no text, what is too large, and what the reader’s encoding does not fit', () => {
    expect(decodeCsv(bytes(0x50, 0x4b, 0x03, 0x04, 0x00, 0x00))).toMatchObject({
      ok: false,
      problem: { code: 'not-text' },
    });
    expect(decodeCsv(new Uint8Array(LIMITS.csvBytes.max + 1))).toMatchObject({
      ok: false,
      problem: { code: 'file-too-large' },
    });
    expect(decodeCsv(bytes(0xfc), 'utf-8')).toMatchObject({
      ok: false,
      problem: { code: 'not-text', params: { allowed: 'utf-8' } },
    });
  });
});
