/** The far end: one trainer of one part, on the thread on which it is created. */
import type { Checkpoint } from '../../training/events';
import type { Trainer } from '../../training/trainer';
import { createBackendShelf } from '../backendShelf';
import type { HostOptions } from '../hostOptions';
import { checkpointBuffers, ownCheckpoint } from '../ownedArrays';
import { packError } from './sentError';
import type { NumberedRequest, ShardAnswer, ShardReply, ShardRequest } from './shardProtocol';

export interface ShardServerOptions extends Pick<HostOptions, 'createTrainer' | 'openBackend'> {
  readonly post: (reply: ShardReply, transfer: ArrayBuffer[]) => void;
}

export interface ShardServer {
  /** Takes one message of the other end. Never throws. */
  receive(data: unknown): void;
}

export function createShardServer(options: ShardServerOptions): ShardServer {
  const shelf = createBackendShelf(options.openBackend);
  let trainer: Trainer | null = null;
  /** States at the two newest steps of `evaluate`: before the last stretch, and after it. */
  let states: readonly Checkpoint[] = [];
  /** Requests are obeyed one after another, also those that have to wait for something. */
  let previous: Promise<void> = Promise.resolve();

  function dispose(): null {
    trainer?.dispose();
    trainer = null;
    states = [];
    return null;
  }

  async function create(request: Extract<ShardRequest, { type: 'create' }>): Promise<Trainer['facts']> {
    dispose();
    const { backend, spec, checkpoint, adjustments } = request;
    const opened = await shelf.take(backend, []);
    await opened.prepare?.(spec);
    trainer = await options.createTrainer(spec, {
      ...(checkpoint && { checkpoint }),
      adjustments,
      ...(opened.rowPrograms && { rowPrograms: opened.rowPrograms }),
      backend: opened.name,
    });
    return trainer.facts;
  }

  async function evaluate(own: Trainer): Promise<ShardAnswer> {
    const now = await own.checkpoint();
    states = [...states.filter(({ step }) => step < now.step).slice(-1), now];
    return own.evaluate();
  }

  function recall(step: number): Checkpoint {
    const state = states.find((each) => each.step === step);
    if (!state) throw new Error(`nothing is known of step ${step}`);
    return ownCheckpoint(state);
  }

  async function obey(request: ShardRequest): Promise<ShardAnswer> {
    if (request.type === 'create') return create(request);
    if (request.type === 'dispose') return dispose();
    if (trainer === null) throw new Error(`there is no trainer to ${request.type}`);
    switch (request.type) {
      case 'advance':
        await advance(trainer, request.steps);
        return null;
      case 'evaluate':
        return evaluate(trainer);
      case 'checkpoint':
        return trainer.checkpoint();
      case 'recall':
        return recall(request.step);
      case 'adjust':
        trainer.adjust(request.change);
        return null;
    }
  }

  async function reply({ id, request }: NumberedRequest): Promise<void> {
    try {
      const answer = await obey(request);
      options.post({ id, answer }, buffersToHandOver(request, answer));
    } catch (error) {
      options.post({ id, error: packError(error) }, []);
    }
  }

  return {
    receive(data) {
      previous = previous.then(() => reply(data as NumberedRequest));
    },
  };
}

/** Evaluations are small and may still be looked at by the trainer: they are copied. */
function buffersToHandOver(request: ShardRequest, answer: ShardAnswer): ArrayBuffer[] {
  return request.type === 'checkpoint' || request.type === 'recall' ? checkpointBuffers(answer as Checkpoint) : [];
}

/** Takes the steps and waits for them. */
async function advance(trainer: Trainer, steps: number): Promise<void> {
  for (let left = steps; left > 0;) {
    const taken = await trainer.advance(left);
    if (taken < 1) throw new Error('the trainer took no step');
    left -= taken;
  }
  await trainer.settle();
}
