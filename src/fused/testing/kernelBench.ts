/** Runs kernels on arrays, for tests. Not part of the product. */
import { assembleModule, type FunctionSource } from '../wasm/module';

const PAGE = 65_536;

export interface KernelBench {
  /** Puts numbers into the memory. @returns their address */
  readonly put: (values: ArrayLike<number>) => number;
  /** Whole numbers of 32 bits. */
  readonly putIntegers: (values: ArrayLike<number>) => number;
  /** Room for `length` numbers, filled with `value`. */
  readonly room: (length: number, value?: number) => number;
  /** Puts numbers to an address of one's own choice, far behind all that was put. */
  readonly write: (address: number, values: ArrayLike<number>) => void;
  /** A copy of `length` numbers. */
  readonly get: (address: number, length: number) => Float32Array;
  readonly call: (name: string, ...args: readonly number[]) => void;
}

/** A module of the kernels and a memory of its own. @param pages of 64 KiB */
export function kernelBench(kernels: readonly FunctionSource[], pages = 4): KernelBench {
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assembleModule(kernels)), { env: { memory } });
  const floats = new Float32Array(memory.buffer);
  // Not a multiple of 16: kernels may rely on whole numbers only.
  let next = 68;
  const room = (length: number, value = 0): number => {
    const address = next;
    next += (length + 5) * 4;
    if (next > pages * PAGE) throw new RangeError('the memory of the test is too small');
    floats.fill(value, address / 4, address / 4 + length);
    return address;
  };
  return {
    put(values) {
      const address = room(values.length);
      floats.set(values, address / 4);
      return address;
    },
    putIntegers(values) {
      const address = room(values.length);
      new Uint32Array(memory.buffer).set(values, address / 4);
      return address;
    },
    room,
    write: (address, values) => floats.set(values, address / 4),
    get: (address, length) => floats.slice(address / 4, address / 4 + length),
    call(name, ...args) {
      const kernel = exports[name];
      if (typeof kernel !== 'function') throw new RangeError(`no kernel ${name}`);
      (kernel as (...args: readonly number[]) => void)(...args);
    },
  };
}

/** The bits of floats, in which -0 and 0 differ and NaN equals itself. */
export function bitsOf(values: ArrayLike<number>): number[] {
  return [...new Uint32Array(Float32Array.from(values).buffer)];
}
