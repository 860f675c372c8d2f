/** Trains where the page of the lab trains: in a worker, alone or with workers of its own. */
import { createTrainer } from '../../src/training/createTrainer';
import { createShardedTrainer } from '../../src/training/shards/createShardedTrainer';
import { createSimdRowPrograms } from '../../src/training/simd/simdRowPrograms';
import { digestOfRuns, stretchOf, type Stretch } from '../../src/training/testing/digestRun';
import { createShardPool } from '../../src/worker/shards/shardPool';
import { createWorkerPort } from '../../src/worker/shards/workerPort';
import type { Way } from './way';

async function undivided(): Promise<Stretch> {
  const rowPrograms = await createSimdRowPrograms();
  return stretchOf((spec, options) => createTrainer(spec, { ...options, rowPrograms }));
}

const poolOf = (size: number) =>
  createShardPool({
    size,
    backend: 'simd',
    spawn: () =>
      createWorkerPort(
        new Worker(new URL('../../src/worker/shards/shard.worker.ts', import.meta.url), { type: 'module' }),
      ),
  });

/** A run that is one part is left to the thread itself by the lab; here it is given away all the same. */
function inOneWorker(): Stretch {
  const pool = poolOf(1);
  return async (spec, from, step) => {
    const remote = await pool.create(0, spec, from ? { checkpoint: from } : {});
    await remote.advance(step - remote.facts.fromStep);
    return remote.checkpoint();
  };
}

function divided(workers: number): Stretch {
  const pool = poolOf(workers);
  const onThisThread = (): never => {
    throw new Error('the run was not divided');
  };
  return stretchOf((spec, options) => createShardedTrainer(spec, options, { pool, createTrainer: onThisThread }));
}

self.onmessage = async ({ data: { workers, cuts } }: MessageEvent<Way>) => {
  const takers = await Promise.all(
    workers.map(async (count) => (count === 0 ? undivided() : count === 1 ? inOneWorker() : divided(count))),
  );
  let turn = 0;
  const inTurns: Stretch = (...stretch) => {
    const taker = takers[turn++ % takers.length];
    return taker ? taker(...stretch) : Promise.reject(new Error('nobody trains'));
  };
  self.postMessage(await digestOfRuns(inTurns, cuts));
};
