/** A pool of trainers on this thread, behind wires; all on the TensorFlow.js backend that is current. For tests. */
import { createTrainer } from '../../../training/createTrainer';
import { createFakeBackend } from '../../testing/fakeBackend';
import { createShardPool, type ThreadPool } from '../shardPool';
import { createInProcessPort, type InProcessPort } from './inProcessPort';

/** @returns the pool, and its ports in the order of their spawning */
export function createPortPool(size: number): { readonly pool: ThreadPool; readonly ports: readonly InProcessPort[] } {
  const ports: InProcessPort[] = [];
  const spawn = (): InProcessPort => {
    const port = createInProcessPort({ createTrainer, openBackend: async () => createFakeBackend() });
    ports.push(port);
    return port;
  };
  return { pool: createShardPool({ size, backend: 'cpu', spawn }), ports };
}
