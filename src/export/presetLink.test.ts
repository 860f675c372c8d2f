import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presetById, presetIds } from '../presets';
import { LIMITS } from '../spec/limits';
import { tryResolve } from '../spec/resolve';
import { decodePresetLink, encodePresetLink } from './presetLink';

const pack = (data: string | Buffer): string => `d1:${deflateRawSync(data, { level: 9 }).toString('base64url')}`;

async function codeOf(link: string): Promise<string> {
  const parsing = await decodePresetLink(link);
  return parsing.ok ? 'ok' : (parsing.problems[0]?.code ?? 'no problem named');
}

describe('a link', () => {
  test.each(presetIds)('brings %s back as it was, and is short enough to share', async (id) => {
    const link = await encodePresetLink(presetById(id));
    expect(link).toMatch(/^d1:[\w-]+$/);
    expect(link.length).toBeLessThanOrEqual(LIMITS.sharedLinkCharacters.max);
    expect(await decodePresetLink(link)).toEqual({ ok: true, preset: presetById(id) });
  });

  test('made by another deflate is read as well', async () => {
    const preset = presetById('negated');
    expect(await decodePresetLink(pack(JSON.stringify(preset)))).toEqual({ ok: true, preset });
  });
});

describe('a bad link is refused, and says why', () => {
  test.each([
    ['nothing', '', 'link-codec'],
    ['another codec', 'd2:AAAA', 'link-codec'],
    ['a codec alone', 'd1:', 'link-damaged'],
    ['percent signs left over from copying', 'd1:abc%20', 'link-characters'],
    ['standard base64', 'd1:ab+/', 'link-characters'],
    ['a length that base64 cannot have', 'd1:abcde', 'link-damaged'],
    ['no deflate stream', 'd1:____', 'link-damaged'],
    ['bytes that are no UTF-8', pack(Buffer.from([0x22, 0xff, 0xfe, 0x22])), 'link-damaged'],
    ['text that is no JSON', pack('hello'), 'json-syntax'],
    ['JSON that is no preset', pack('{}'), 'missing'],
    ['a key that reaches for the prototype', pack('{"__proto__":{"x":1}}'), 'forbidden-key'],
  ])('%s', async (_, link, code) => {
    expect(await codeOf(link)).toBe(code);
  });

  test('cut off anywhere', async () => {
    const link = await encodePresetLink(presetById('first-look'));
    for (let length = 3; length < link.length; length += 37) {
      expect(await codeOf(link.slice(0, length)), `${length} characters`).toBe('link-damaged');
    }
  });

  test('with any character changed: an answer, and a preset only if it resolves', async () => {
    const link = await encodePresetLink(presetById('first-look'));
    await fc.assert(
      fc.asyncProperty(fc.nat(link.length - 1), fc.constantFrom('A', 'z', '0', '_', '-', '%'), async (at, letter) => {
        const parsing = await decodePresetLink(link.slice(0, at) + letter + link.slice(at + 1));
        if (parsing.ok) expect(tryResolve(parsing.preset).ok).toBe(true);
        else expect(parsing.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('bombs', () => {
  test('2 MB of link are not even decoded', async () => {
    const start = performance.now();
    expect(await codeOf(`d1:${'A'.repeat(2_000_000)}`)).toBe('link-length');
    expect(performance.now() - start).toBeLessThan(100);
  });

  test('20 MB of spaces in 20 kB are left unpacked after the first', async () => {
    const bomb = pack(Buffer.alloc(20_000_000, ' '));
    expect(bomb.length).toBeLessThan(LIMITS.linkCharacters.max);
    const before = process.memoryUsage().arrayBuffers;
    const start = performance.now();
    expect(await codeOf(bomb)).toBe('link-inflated');
    expect(performance.now() - start).toBeLessThan(200);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test('just above the limit is refused, just below is read', async () => {
    const { max } = LIMITS.linkBytes;
    expect(await codeOf(pack(' '.repeat(max + 1)))).toBe('link-inflated');
    // Read, and then refused by the parser for being larger than a preset file may be.
    expect(await codeOf(pack(' '.repeat(max)))).toBe('file-too-large');
  });

  test('depth and number of values are bounded too', async () => {
    expect(await codeOf(pack('['.repeat(100_000)))).toBe('too-deep');
    expect(await codeOf(pack(`[${'0,'.repeat(100_000)}0]`))).toMatch(/list-length|too-many-values/);
  });
});
