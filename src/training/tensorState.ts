/** The state of a tensor program: tensors on the device, and beside them what balancing remembers on the host. */
import { getBackend, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { reshape, slice } from '../tensor/kernels';
import type { Program } from './program';
import { readBack } from './readBack';

export interface TensorState {
  /** theta first; owned by the state and valid until the next `replace`. */
  readonly current: readonly Tensor[];
  /** theta of now. @throws RangeError when the state is empty. */
  weights(): Tensor;
  /** Makes `next` the state, which then owns it, and frees what is no longer in it. */
  replace(next: readonly Tensor[]): void;
  /** `theta` as a new tensor, shaped like the present one: a second name for that one if the array was read from it. */
  upload(theta: Float32Array): Tensor;
  /** What any program does with its state. */
  readonly keeping: Pick<Program, 'lengths' | 'settle' | 'save' | 'restore' | 'hold' | 'theta'>;
  dispose(): void;
}

/** A second name for the same numbers, to be disposed of on its own. Not `clone`: on WebAssembly that copies. */
const again = (part: Tensor): Tensor => reshape(part, part.shape);

/** A state that owns the tensors of `first` and of every later state. @param remembering the balancer, if any */
export function createTensorState(
  first: readonly Tensor[],
  remembering: { memory: Float32Array } | null = null,
): TensorState {
  let current = first;
  /** The array that was read from the present theta, if any was. */
  let handed: Float32Array | null = null;

  function weights(): Tensor {
    const [theta] = current;
    if (!theta) throw new RangeError('the program has no weights');
    return theta;
  }

  function replace(next: readonly Tensor[]): void {
    for (const old of current) if (!next.includes(old)) old.dispose();
    current = next;
    handed = null;
  }

  async function settled(): Promise<void> {
    // Reading one number waits for everything queued before it, on either GPU backend.
    await readBack(tidy(() => slice(weights(), [0, 0], [1, 1])));
  }

  const memory = (): readonly Float32Array[] => (remembering ? [remembering.memory.slice()] : []);
  const remember = (saved: Float32Array | undefined): void => {
    if (remembering && saved) remembering.memory = Float32Array.from(saved);
  };

  return {
    get current() {
      return current;
    },
    weights,
    replace,
    upload: (theta) => (theta === handed ? again(weights()) : tensor(theta, weights().shape)),
    keeping: {
      lengths: [...first.map((part) => part.size), ...memory().map((values) => values.length)],
      settle: () => (getBackend() === 'cpu' || getBackend() === 'wasm' ? undefined : settled()),
      async save() {
        const remembered = memory();
        return [...(await Promise.all(current.map((part) => readBack(again(part))))), ...remembered];
      },
      restore(arrays) {
        // Copies: some backends keep a reference to an array until it is first used.
        replace(current.map((part, index) => tensor(Float32Array.from(arrays[index] ?? []), part.shape)));
        remember(arrays[current.length]);
      },
      hold() {
        const parts = current.map(again);
        const [remembered] = memory();
        return {
          theta: () => readBack(again(parts[0] ?? weights())),
          restore() {
            replace(parts.map(again));
            remember(remembered);
          },
          release() {
            for (const part of parts) part.dispose();
          },
        };
      },
      async theta() {
        const theta = weights();
        const read = await readBack(again(theta));
        if (theta === current[0]) handed = read;
        return read;
      },
    },
    dispose() {
      replace([]);
    },
  };
}
