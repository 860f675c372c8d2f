import { useSyncExternalStore } from 'react';

let version = 0;
const listeners = new Set<() => void>();

function changed(): void {
  version += 1;
  listeners.forEach((listener) => listener());
}

let stop: (() => void) | null = null;

function start(): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  queries.forEach((media) => media.addEventListener('change', changed));
  return () => {
    observer.disconnect();
    queries.forEach((media) => media.removeEventListener('change', changed));
  };
}

function subscribe(listener: () => void): () => void {
  stop ??= start();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      stop?.();
      stop = null;
    }
  };
}

/** A number that changes with the theme: canvases, which cannot see CSS, redraw when it does. */
export function useThemeVersion(): number {
  return useSyncExternalStore(subscribe, () => version);
}
