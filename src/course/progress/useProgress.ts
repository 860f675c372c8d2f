import { useStore } from 'zustand';
import { createProgress, type Progress } from './progressStore';

/** One log per browser; asking for the storage may throw, and then the log lives as long as the page. */
const store = createProgress(
  () => window.localStorage,
  () => Date.now(),
);

export function useProgress<T>(select: (progress: Progress) => T): T {
  return useStore(store, select);
}
