/**
 * Doubles in a Float32Array without losing a bit: four 16-bit words each, as whole numbers, which float32 holds exactly.
 * (The bits of a double read as two floats would not do: a NaN pattern may change on its way.)
 */
const WORDS = 4;

/** @returns 4 numbers per double */
export function toWords(values: Float64Array): Float32Array {
  return Float32Array.from(new Uint16Array(values.slice().buffer));
}

/** @throws RangeError when the words do not make whole doubles. */
export function fromWords(words: Float32Array): Float64Array {
  if (words.length % WORDS !== 0) throw new RangeError(`${words.length} words do not make doubles`);
  return new Float64Array(Uint16Array.from(words).buffer);
}
