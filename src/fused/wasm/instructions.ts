/**
 * Instructions of WebAssembly (with 128-bit SIMD) as the bytes they are. Every function takes the code of its operands and
 * returns the code that leaves its result on the stack: an expression is written as in any language.
 * Numbers of the specification: https://webassembly.github.io/spec/core/binary/instructions.html
 */

export type Code = readonly number[];

export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;
export type ValueType = typeof I32 | typeof F32 | typeof V128;

/** LEB128 of a whole number >= 0. */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

/** LEB128 of a whole number of 32 bits. */
export function signed(value: number): Code {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

const FLOAT = new DataView(new ArrayBuffer(4));

/** The four bytes of a 32-bit float. */
function floatBytes(value: number): Code {
  FLOAT.setFloat32(0, value, true);
  return [FLOAT.getUint8(0), FLOAT.getUint8(1), FLOAT.getUint8(2), FLOAT.getUint8(3)];
}

/** One after the other. Long codes grow by being put together again and again, which `concat` does in one move each. */
export const join = (...parts: readonly Code[]): Code => ([] as number[]).concat(...parts);
const simd = (opcode: number, ...operands: Code[]): Code => join(...operands, [0xfd], unsigned(opcode));
/** Alignment 2^2 bytes: rows of any width begin at multiples of one float. */
const place = (offset: number): Code => [2, ...unsigned(offset)];

export const i32 = {
  constant: (value: number): Code => [0x41, ...signed(value)],
  add: (a: Code, b: Code): Code => [...a, ...b, 0x6a],
  sub: (a: Code, b: Code): Code => [...a, ...b, 0x6b],
  mul: (a: Code, b: Code): Code => [...a, ...b, 0x6c],
  /** 1 when a < b, both taken as unsigned. */
  less: (a: Code, b: Code): Code => [...a, ...b, 0x49],
  load: (address: Code, offset = 0): Code => [...address, 0x28, ...place(offset)],
};

export const f32 = {
  constant: (value: number): Code => [0x43, ...floatBytes(value)],
  load: (address: Code, offset = 0): Code => [...address, 0x2a, ...place(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [...address, ...value, 0x38, ...place(offset)],
  add: (a: Code, b: Code): Code => [...a, ...b, 0x92],
  max: (a: Code, b: Code): Code => [...a, ...b, 0x97],
};

/** Four floats at once. */
export const f32x4 = {
  load: (address: Code, offset = 0): Code => [...address, 0xfd, ...unsigned(0), ...place(offset)],
  /** One float from memory in all four places. */
  loadSplat: (address: Code, offset = 0): Code => [...address, 0xfd, ...unsigned(9), ...place(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    0xfd,
    ...unsigned(11),
    ...place(offset),
  ],
  constant: (values: readonly [number, number, number, number]): Code => [
    0xfd,
    ...unsigned(12),
    ...values.flatMap(floatBytes),
  ],
  splat: (value: Code): Code => simd(19, value),
  lane: (value: Code, index: 0 | 1 | 2 | 3): Code => [...value, 0xfd, ...unsigned(31), index],
  add: (a: Code, b: Code): Code => simd(228, a, b),
  sub: (a: Code, b: Code): Code => simd(229, a, b),
  mul: (a: Code, b: Code): Code => simd(230, a, b),
  div: (a: Code, b: Code): Code => simd(231, a, b),
  /** b < a ? b : a, one instruction of the processor; NaN in a stays. */
  min: (a: Code, b: Code): Code => simd(234, a, b),
  /** a < b ? b : a */
  max: (a: Code, b: Code): Code => simd(235, a, b),
  sqrt: (a: Code): Code => simd(227, a),
  nearest: (a: Code): Code => simd(106, a),
  greater: (a: Code, b: Code): Code => simd(68, a, b),
  /** Whole numbers of 32 bits from floats that are whole. */
  toIntegers: (a: Code): Code => simd(248, a),
};

export const i32x4 = {
  splat: (value: Code): Code => simd(17, value),
  add: (a: Code, b: Code): Code => simd(174, a, b),
  shiftLeft: (a: Code, bits: Code): Code => simd(171, a, bits),
};

/** `then` where the bits of `mask` are set, else `otherwise`. */
export const select = (then: Code, otherwise: Code, mask: Code): Code => simd(82, then, otherwise, mask);

/** Runs `body` as long as it leaves something other than zero on the stack; at least once. */
export const loopWhile = (body: Code): Code => [0x03, 0x40, ...body, 0x0d, 0, 0x0b];
/** Runs `body` when `condition` is not zero. */
export const when = (condition: Code, body: Code): Code => [...condition, 0x04, 0x40, ...body, 0x0b];
