/** First mixing weights: `same` on the diagonal, the rest of 1 shared equally, so that activations keep their size. */
export function mixingStart(size: number, same: number): Float32Array {
  const other = size > 1 ? (1 - same) / (size - 1) : 0;
  return Float32Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? same : other));
}
