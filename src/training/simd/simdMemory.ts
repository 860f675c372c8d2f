/** The memory of a module of kernels: planned region by region, then built once; it never grows. */

const FLOAT = 4;
const PAGE = 65_536;
/** A line of the cache, so that no two regions meet in one. */
const LINE = 64;
/** Kernels copy and read whole vectors; behind every region there is room for one more. */
const ROOM = 16;
/** Addresses are used as whole numbers of 32 bits with a sign. */
const MOST_BYTES = 2 ** 31;

/** Some numbers in the memory; `address` in bytes. */
export interface Region {
  readonly address: number;
  readonly length: number;
}

export interface MemoryPlanner {
  /** Room for `length` numbers. */
  take(length: number): Region;
  /** The first free address; `skipTo` moves it. */
  readonly next: number;
  skipTo(address: number): void;
  /** Whether what was planned can be had at all. */
  readonly fits: boolean;
  /** All zeros. @throws RangeError when the browser has no room for it. */
  build(): SimdMemory;
}

export interface SimdMemory {
  readonly memory: WebAssembly.Memory;
  floats(region: Region): Float32Array<ArrayBuffer>;
  integers(region: Region): Uint32Array<ArrayBuffer>;
}

export function createMemoryPlanner(): MemoryPlanner {
  // Address zero is left alone.
  let next = LINE;
  const skipTo = (address: number): void => {
    next = Math.ceil(address / LINE) * LINE;
  };
  return {
    take(length) {
      const address = next;
      skipTo(next + length * FLOAT + ROOM);
      return { address, length };
    },
    get next() {
      return next;
    },
    skipTo,
    get fits() {
      return next + PAGE <= MOST_BYTES;
    },
    build() {
      const pages = Math.ceil((next + ROOM) / PAGE);
      const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
      const { buffer } = memory as { readonly buffer: ArrayBuffer };
      return {
        memory,
        floats: ({ address, length }) => new Float32Array(buffer, address, length),
        integers: ({ address, length }) => new Uint32Array(buffer, address, length),
      };
    },
  };
}
