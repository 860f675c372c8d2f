/** One end of a wire to another thread, whatever kind of thread it is. */
export interface ShardPort {
  post(message: unknown, transfer: ArrayBuffer[]): void;
  onMessage: ((data: unknown) => void) | null;
  /** The thread has died, or a message could not be read. */
  onError: ((detail: string) => void) | null;
  /** Ends the thread; nothing is heard of it any more. */
  close(): void;
}
