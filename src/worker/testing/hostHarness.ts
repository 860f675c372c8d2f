import type { OpenedBackend } from '../../engine/openBackend';
import type { Evaluation, RunEvent } from '../../training/events';
import { createFakeBackend } from './fakeBackend';
import { createFakeTrainerFactory, fakeSpec, type FakeTrainerOptions } from './fakeTrainer';
import { createHost } from '../host';
import type { CreateTrainer } from '../hostOptions';
import { createMacrotaskYield } from '../macrotask';
import type { Command, Envelope } from '../protocol';

/** A host whose clock only moves when a step is taken. @param createTrainer replaces the fake one, whose clock this is */
export function setUpHost(
  trainer: FakeTrainerOptions = {},
  stepMs = 0.5,
  backend: OpenedBackend = createFakeBackend(),
  createTrainer?: CreateTrainer,
) {
  const clock = { now: 0, yields: 0 };
  const sent: { readonly at: number; readonly envelope: Envelope; readonly transfer: readonly ArrayBuffer[] }[] = [];
  const all: RunEvent[] = [];
  const count = { live: 0 };
  const turn = createMacrotaskYield();
  const hooks: { beforeYield: (() => void) | null } = { beforeYield: null };
  const host = createHost({
    post: (envelope, transfer) => {
      sent.push({ at: clock.now, envelope, transfer });
      if (envelope.message.type === 'events') all.push(...envelope.message.events);
    },
    createTrainer:
      createTrainer ??
      createFakeTrainerFactory({
        ...trainer,
        onStep: (step) => {
          clock.now += stepMs;
          trainer.onStep?.(step);
        },
        onCount: (change) => {
          count.live += change;
        },
      }),
    openBackend: async () => backend,
    now: () => clock.now,
    yield: async () => {
      clock.yields += 1;
      hooks.beforeYield?.();
      await turn();
    },
  });
  const events = (): RunEvent[] => all;
  const send = (command: Command): void => host.receive(structuredClone(command));
  const open = (steps: number, every: number, more: Partial<Extract<Command, { type: 'open' }>> = {}): void =>
    send({
      ...{ type: 'open', runId: 1, spec: fakeSpec(steps, every), backend: null, banned: [] },
      ...{ checkpoint: null, adjustments: [], replayTo: 0, ...more },
    });
  const until = async (seen: (event: RunEvent) => boolean): Promise<RunEvent[]> => {
    let looked = 0;
    for (let tries = 0; tries < 20_000; tries += 1) {
      for (; looked < all.length; looked += 1) {
        const event = all[looked];
        if (event !== undefined && seen(event)) return all;
      }
      await turn();
    }
    throw new Error(`never seen; ${JSON.stringify(events().map((event) => event.type))}`);
  };
  const settle = async (): Promise<void> => {
    for (let tries = 0; tries < 20; tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { host, send, open, events, until, sent, clock, count, hooks, settle, backend };
}

export const ofType = <T extends RunEvent['type']>(events: readonly RunEvent[], type: T) =>
  events.filter((event): event is Extract<RunEvent, { type: T }> => event.type === type);
export const evaluations = (events: readonly RunEvent[]): Evaluation[] =>
  ofType(events, 'evaluated').map((event) => event.evaluation);
