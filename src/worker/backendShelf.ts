import type { OpenedBackend } from '../engine/openBackend';
import type { BackendName } from '../training/events';
import type { BannedBackend } from './protocol';

/** Keeps the opened backend, and its rival if it has one, from run to run: the self-test and the shaders are paid for once. */
export interface BackendShelf {
  /** The backend in use when it was asked for in the same words and still lives, else a new one. */
  take(preference: BackendName | null, banned: readonly BannedBackend[]): Promise<OpenedBackend>;
  lose(): void;
}

export function createBackendShelf(
  open: (preference: BackendName | null, banned: readonly BannedBackend[]) => Promise<OpenedBackend>,
): BackendShelf {
  let held: { readonly asked: string; readonly backend: OpenedBackend } | null = null;
  return {
    async take(preference, banned) {
      const asked = JSON.stringify([preference, banned.map((entry) => entry.backend)]);
      if (held !== null && (held.asked !== asked || held.backend.isLost())) {
        held.backend.dispose();
        held.backend.rival?.dispose();
        held = null;
      }
      held ??= { asked, backend: await open(preference, banned) };
      return held.backend;
    },
    lose: () => held?.backend.lose(),
  };
}
