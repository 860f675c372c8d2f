/** Contestants that take turns in one process: A B C A B C ..., so that the machine's moods meet all of them. */

export interface Contestant {
  /** Works for a few milliseconds to a second; resolves with the units (network-steps, additions ...) completed by then. */
  readonly work: () => number | Promise<number>;
  /** Frees what it holds. */
  readonly close?: () => void | Promise<void>;
}

export interface ContestPlan {
  /** Timed blocks of each contestant; one more is made first, to warm up, and thrown away. */
  readonly blocks: number;
  /** Shortest block in milliseconds. */
  readonly milliseconds: number;
  /** Milliseconds by a clock; for tests. */
  readonly now?: () => number;
}

/** Lets all contestants take turns, and closes them. @returns units per second, one number per block */
export async function takeTurns<Name extends string>(
  contestants: ReadonlyMap<Name, Contestant>,
  { blocks, milliseconds, now = () => performance.now() }: ContestPlan,
): Promise<ReadonlyMap<Name, readonly number[]>> {
  const rates = new Map<Name, number[]>([...contestants.keys()].map((name) => [name, []]));
  for (let block = 0; block <= blocks; block++) {
    for (const [name, { work }] of contestants) {
      const start = now();
      let done = 0;
      let elapsed = 0;
      while (elapsed < milliseconds) {
        done += await work();
        elapsed = now() - start;
      }
      if (block > 0) rates.get(name)?.push((1000 * done) / elapsed);
    }
  }
  for (const { close } of contestants.values()) await close?.();
  return rates;
}
