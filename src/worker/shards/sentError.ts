/** An error on its way to another thread. Structured cloning would make a plain `Error` of every class of ours. */
import { DivergenceError } from '../../training/trainer';

export type SentError =
  | {
      readonly kind: 'divergence';
      readonly at: DivergenceError['at'];
      readonly quantity: DivergenceError['quantity'];
      readonly value: number;
    }
  | { readonly kind: 'range' | 'other'; readonly message: string; readonly stack: string | undefined };

export function packError(error: unknown): SentError {
  if (error instanceof DivergenceError) {
    const { at, quantity, value } = error;
    return { kind: 'divergence', at, quantity, value };
  }
  if (!(error instanceof Error)) return { kind: 'other', message: String(error), stack: undefined };
  return { kind: error instanceof RangeError ? 'range' : 'other', message: error.message, stack: error.stack };
}

/** The error as it was thrown: same class, same message, the other thread's stack. */
export function unpackError(sent: SentError): Error {
  if (sent.kind === 'divergence') return new DivergenceError(sent.at, sent.quantity, sent.value);
  const error = sent.kind === 'range' ? new RangeError(sent.message) : new Error(sent.message);
  if (sent.stack !== undefined) error.stack = sent.stack;
  return error;
}
