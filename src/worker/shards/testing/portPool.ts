/** A pool of trainers on this thread, behind wires; all on the TensorFlow.js backend that is current. For tests. */
import { getBackend } from '@tensorflow/tfjs-core';
import type { OpenedBackend } from '../../../engine/openBackend';
import { createTrainer } from '../../../training/createTrainer';
import type { BackendName } from '../../../training/events';
import { createFakeBackend } from '../../testing/fakeBackend';
import { createShardPool, type ThreadPool } from '../shardPool';
import { createInProcessPort, type InProcessPort } from './inProcessPort';

export interface PortPool {
  readonly pool: ThreadPool;
  /** In the order of their spawning. */
  readonly ports: readonly InProcessPort[];
}

/** @param fused what a backend of fused steps has beside tensors */
export function createPortPool(size: number, fused: Pick<OpenedBackend, 'rowPrograms'> = {}): PortPool {
  const ports: InProcessPort[] = [];
  const spawn = (): InProcessPort => {
    const port = createInProcessPort({
      createTrainer,
      openBackend: async () => ({ ...createFakeBackend(getBackend() as BackendName), ...fused }),
    });
    ports.push(port);
    return port;
  };
  return { pool: createShardPool({ size, backend: 'cpu', spawn }), ports };
}
