/**
 * The browser's storage, or memory where there is none (private windows, blocked cookies, a full disk).
 * Never throws: losing storage costs the reader a remembered choice, not the page.
 */
export interface SafeStorage {
  read(key: string): string | null;
  /** Returns whether the value will outlive the page. */
  write(key: string, value: string): boolean;
  /** `false` once reading or writing has failed. */
  readonly durable: boolean;
}

type StorageLike = Pick<Storage, 'getItem' | 'setItem'>;

/** @param open asks for the storage; asking alone may throw (a blocked origin does) */
export function openSafeStorage(open: () => StorageLike | undefined): SafeStorage {
  const memory = new Map<string, string>();
  let store: StorageLike | undefined;
  let durable = true;
  try {
    store = open();
  } catch {
    store = undefined;
  }
  if (store === undefined) durable = false;

  return {
    get durable() {
      return durable;
    },
    read(key) {
      const remembered = memory.get(key);
      if (remembered !== undefined) return remembered;
      try {
        return store?.getItem(key) ?? null;
      } catch {
        durable = false;
        return null;
      }
    },
    write(key, value) {
      try {
        if (store === undefined) throw new Error('no storage');
        store.setItem(key, value);
        memory.delete(key);
        return true;
      } catch {
        durable = false;
        memory.set(key, value);
        return false;
      }
    },
  };
}
