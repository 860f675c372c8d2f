/** A nap that an order ends. */
export interface Waiting {
  /** Resolves at the next `wake`, or after so many milliseconds; `null` = only at `wake`. */
  wait(milliseconds: number | null): Promise<void>;
  wake(): void;
  readonly isWaiting: boolean;
}

export function createWaiting(): Waiting {
  let end: (() => void) | null = null;
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = milliseconds === null ? undefined : setTimeout(() => end?.(), milliseconds);
        end = () => {
          clearTimeout(timer);
          end = null;
          resolve();
        };
      }),
    wake: () => end?.(),
    get isWaiting() {
      return end !== null;
    },
  };
}
