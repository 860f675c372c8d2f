/**
 * The attempt log of one browser. It outlives the page where storage allows it, and lasts as long as the page where it
 * does not; nothing here ever throws at the reader.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { attemptKey, type Attempt } from './attempt';
import { MAX_ATTEMPTS, readProgress, writeProgress, type ReadProgress } from './progressFile';

/** The part of the browser's storage that is used; every call may throw. */
export type AttemptStorage = Pick<Storage, 'getItem' | 'setItem'>;

export interface Progress {
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
  /** `false`: the log lasts only as long as this page. */
  readonly durable: boolean;
  /** `unreadable`: what was kept could not be read and was set aside. `newer`: it was written by a later version and is left alone. */
  readonly problem: 'unreadable' | 'newer' | null;
  readonly add: (attempt: Omit<Attempt, 'at'>) => void;
  /** Adds the attempts of an exported log to this one; says how many were new, or why the file was refused. */
  readonly importText: (text: string) => { readonly added: number } | Extract<ReadProgress, { readonly ok: false }>;
  readonly exportText: () => string;
}

export type ProgressStore = StoreApi<Progress>;

const KEY = 'sharelab.progress';
/** Where an unreadable log is put, so that a teacher can still look at it. */
const ASIDE = 'sharelab.progress.unreadable';

/**
 * @param open asks for the storage; asking alone may throw (a blocked origin does)
 * @param now milliseconds since 1970
 */
export function createProgress(open: () => AttemptStorage | undefined, now: () => number): ProgressStore {
  const storage = attempt(open);
  const text = storage === undefined ? null : attempt(() => storage.getItem(KEY));
  const kept = typeof text === 'string' ? readProgress(text) : null;
  const problem = kept === null || kept.ok ? null : kept.reason === 'newer' ? 'newer' : 'unreadable';
  if (problem === 'unreadable' && typeof text === 'string') attempt(() => storage?.setItem(ASIDE, text));
  const writable = storage !== undefined && text !== undefined && problem !== 'newer';

  return createStore<Progress>((set, get) => {
    function keep(attempts: readonly Attempt[]): void {
      const latest = attempts.slice(-MAX_ATTEMPTS);
      const written =
        writable &&
        attempt(() => {
          storage.setItem(KEY, writeProgress(latest));
          return true;
        }) === true;
      set({ attempts: latest, durable: written });
    }
    return {
      attempts: kept?.ok === true ? kept.attempts : [],
      durable: writable,
      problem,
      add: (entry) => keep([...get().attempts, { at: now(), ...entry }]),
      importText: (imported) => {
        const read = readProgress(imported);
        if (!read.ok) return read;
        const known = new Set(get().attempts.map(attemptKey));
        const fresh = read.attempts.filter((entry) => !known.has(attemptKey(entry)));
        keep([...get().attempts, ...fresh].sort((a, b) => a.at - b.at));
        return { added: fresh.length };
      },
      exportText: () => writeProgress(get().attempts),
    };
  });
}

/** `undefined` when the call threw. */
function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}
