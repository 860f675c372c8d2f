/** Who owns the tensors of a training state, when some of its past is to be kept. */
import type { Tensor } from '@tensorflow/tfjs-core';

export interface HeldState {
  readonly current: readonly Tensor[];
  /** Makes `next` the state and frees what neither it nor a holder needs. */
  replace(next: readonly Tensor[]): void;
  /** Keeps the present state alive until `release`. */
  hold(): readonly Tensor[];
  release(parts: readonly Tensor[]): void;
  dispose(): void;
}

/** A state that owns the tensors of `first` and of every later state. */
export function createHeldState(first: readonly Tensor[]): HeldState {
  let current = first;
  const held = new Set<Tensor>();
  return {
    get current() {
      return current;
    },
    replace(next) {
      for (const old of current) if (!held.has(old) && !next.includes(old)) old.dispose();
      current = next;
    },
    hold() {
      for (const part of current) held.add(part);
      return current;
    },
    release(parts) {
      for (const part of parts) {
        held.delete(part);
        if (!current.includes(part)) part.dispose();
      }
    },
    dispose() {
      for (const part of new Set([...current, ...held])) part.dispose();
    },
  };
}
