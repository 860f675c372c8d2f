import { exp } from './elementary';

/** e^x_t / sum e^x: positive, sums to 1, the same bits in every browser. Entries of -Infinity get 0, unless all are. */
export function softmax(logits: Float64Array): Float64Array {
  const largest = logits.reduce((most, value) => Math.max(most, value), -Infinity);
  const parts = logits.map((value) => exp(value - largest));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}
