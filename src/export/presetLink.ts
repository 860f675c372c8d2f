/**
 * A preset inside a link: `#/lab?x=d1:<payload>`. Codec `d1` = JSON, raw deflate (RFC 1951), base64url without padding;
 * all three are native to browsers and Node, and the payload needs no escaping in an address.
 *
 * A link is data from a stranger: its length is checked before it is decoded, and what it unpacks to is counted while
 * it unpacks, so that a few kilobytes cannot become gigabytes.
 */
import { LIMITS } from '../spec/limits';
import { parsePreset, type PresetParsing } from '../spec/parsePreset';
import type { Preset } from '../spec/preset';
import { showFound } from '../spec/showFound';
import type { ProblemCode, SpecProblem } from '../spec/specProblem';

const CODEC = 'd1:';

/** The value of `x` in a link. Longer ones than `LIMITS.sharedLinkCharacters` do not survive every mail program. */
export async function encodePresetLink(preset: Preset): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(preset));
  const packed = await readAll(throughStream(bytes, new CompressionStream('deflate-raw')), Infinity);
  return CODEC + toBase64Url(packed);
}

/** Back from {@link encodePresetLink}. Never throws; refuses with the same kind of problems as the parser. */
export async function decodePresetLink(link: string): Promise<PresetParsing> {
  if (!link.startsWith(CODEC))
    return refuse('link-codec', { found: showFound(link.slice(0, CODEC.length)), allowed: CODEC });
  const payload = link.slice(CODEC.length);
  const { max } = LIMITS.linkCharacters;
  if (payload.length > max) return refuse('link-length', { found: payload.length, max });
  const foreign = /[^A-Za-z0-9_-]/.exec(payload);
  if (foreign !== null) return refuse('link-characters', { found: showFound(foreign[0]) });
  try {
    const packed = fromBase64Url(payload);
    const unpacked = throughStream(packed, new DecompressionStream('deflate-raw'));
    const bytes = await readAll(unpacked, LIMITS.linkBytes.max);
    return parsePreset(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TooLargeError) return refuse('link-inflated', { max: LIMITS.linkBytes.max });
    // Every decoder on the way throws its own kind of error; what they mean to the reader is the same.
    return refuse('link-damaged', {});
  }
}

class TooLargeError extends Error {}

type Transform = { readonly readable: ReadableStream<Uint8Array>; readonly writable: WritableStream<BufferSource> };

function throughStream(bytes: Uint8Array<ArrayBuffer>, transform: Transform): ReadableStream<Uint8Array> {
  const source = new ReadableStream<BufferSource>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return source.pipeThrough(transform);
}

/** @throws TooLargeError as soon as more than `limit` bytes have come; the rest is never unpacked */
async function readAll(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new TooLargeError();
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function refuse(code: ProblemCode, params: SpecProblem['params']): PresetParsing {
  return { ok: false, problems: [{ path: [], code, params }] };
}
