import type { OpenedBackend } from '../../engine/openBackend';
import { createLossSignal, type LossSignal } from '../../engine/lossSignal';
import type { BackendName } from '../../training/events';

/** A backend for tests of what is above it. `signal.report` loses it. */
export function createFakeBackend(name: BackendName = 'cpu'): OpenedBackend & { readonly signal: LossSignal } {
  const signal = createLossSignal();
  return {
    name,
    report: { backend: name, trials: [{ backend: name, outcome: 'chosen', reason: 'forced', detail: 'fake' }] },
    lost: signal.lost,
    isLost: () => signal.isLost(),
    lose: () => signal.report({ kind: 'lost', detail: 'on purpose' }),
    dispose: () => signal.silence(),
    signal,
  };
}
