/**
 * Spreads one experiment over the trainers of a pool. A network's numbers do not depend on its company, so evaluations,
 * checkpoints and errors are those of an undivided trainer, however many parts there are; a checkpoint of one division
 * is resumed by any other.
 */
import type { ExperimentSpec } from '../../spec/experiment';
import { parameterCounts } from '../../spec/parameterCount';
import type { TrainerOptions } from '../createTrainer';
import type { Adjustment, Checkpoint } from '../events';
import { mergeEvaluations } from '../mergeEvaluations';
import { phasesAt } from '../phase';
import { DivergenceError, type Trainer } from '../trainer';
import { gatherCheckpoints, scatterCheckpoint } from './checkpointParts';
import { judgeDivergence } from './judgeDivergence';
import type { RemoteTrainer, ShardPool } from './remoteTrainer';
import { splitExperiment, type ShardPart } from './splitExperiment';

export type CreateLocalTrainer = (spec: ExperimentSpec, options: TrainerOptions) => Trainer;

/** A part and who trains it. */
interface Shard {
  readonly part: ShardPart;
  readonly remote: RemoteTrainer;
}

/**
 * What cannot be divided, or need not, is trained here.
 * @param createTrainer makes undivided trainers on this thread
 * @throws RangeError when the checkpoint does not belong to the spec; whatever the pool's trainers cannot be built for
 */
export async function createShardedTrainer(
  spec: ExperimentSpec,
  options: TrainerOptions,
  { pool, createTrainer }: { readonly pool: ShardPool; readonly createTrainer: CreateLocalTrainer },
): Promise<Trainer> {
  const parts = splitExperiment(spec, pool.size);
  if (parts.length === 1) return createTrainer(spec, options);
  const checkpoints = options.checkpoint ? scatterCheckpoint(spec, parts, options.checkpoint) : [];
  const built = await Promise.allSettled(
    parts.map(async (part, index): Promise<Shard> => {
      const checkpoint = checkpoints[index];
      const adjustments = options.adjustments?.filter(({ arm }) => part.spec.arms.some(({ id }) => id === arm)) ?? [];
      return { part, remote: await pool.create(index, part.spec, { ...(checkpoint && { checkpoint }), adjustments }) };
    }),
  );
  const shards = built.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const [failure] = built.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
  if (failure !== undefined) {
    for (const { remote } of shards) remote.dispose();
    throw failure;
  }
  return coordinate(spec, options, shards, createTrainer);
}

function coordinate(
  spec: ExperimentSpec,
  options: TrainerOptions,
  shards: readonly Shard[],
  createTrainer: CreateLocalTrainer,
): Trainer {
  const facts = wholeFacts(spec, shards);
  let adjustments = options.adjustments ?? [];
  let step = facts.fromStep;
  /** Step of the last good evaluation. */
  let good: number | null = null;
  /** Resolves when all that has been posted is done. */
  let posted: Promise<void> = Promise.resolve();

  function post(work: readonly Promise<unknown>[]): void {
    // Without its value: that would hold the value before it, which holds the one before, back to the first.
    posted = Promise.all([posted, ...work]).then(() => undefined);
    // Told to whoever settles; until then nobody listens, which is not the same as an error that nobody handles.
    posted.catch(() => undefined);
  }

  async function fromAll<T>(ask: (remote: RemoteTrainer) => Promise<T>): Promise<readonly T[]> {
    await posted;
    return Promise.all(shards.map(({ remote }) => ask(remote)));
  }

  async function gather(ask: (remote: RemoteTrainer) => Promise<Checkpoint>): Promise<Checkpoint> {
    const parts = shards.map(({ part }) => part);
    return gatherCheckpoints(spec, parts, await fromAll(ask));
  }

  function nextEvaluation(): number {
    const { every } = spec.evaluation;
    return Math.min(spec.training.steps, (Math.floor(step / every) + 1) * every);
  }

  return {
    facts,
    get step() {
      return step;
    },
    get nextEvaluation() {
      return nextEvaluation();
    },
    advance(steps) {
      const taken = Math.min(step + steps, nextEvaluation()) - step;
      post(shards.map(({ remote }) => remote.advance(taken)));
      step += taken;
      return Promise.resolve(taken);
    },
    async settle() {
      await posted;
    },
    async evaluate() {
      const measured = await fromAll((remote) => remote.evaluate().catch(divergenceOf));
      if (measured.some((each) => each instanceof DivergenceError)) {
        const from = good ?? step;
        const state = await gather((remote) => remote.recall(from));
        await judgeDivergence(
          (checkpoint) => createTrainer(spec, { ...options, checkpoint, adjustments }),
          state,
          step,
        );
      }
      good = step;
      return mergeEvaluations(
        spec,
        shards.flatMap(({ part }, index) => {
          const evaluation = measured[index];
          return evaluation === undefined || evaluation instanceof DivergenceError ? [] : [{ group: part, evaluation }];
        }),
      );
    },
    checkpoint: () => gather((remote) => remote.checkpoint()),
    adjust(change) {
      const adjustment: Adjustment = { ...change, step };
      const changed = [...adjustments, adjustment];
      // Judged here, so that a value that is not allowed throws at once, as it does undivided.
      phasesAt(spec, facts.tasks.length, step, changed);
      adjustments = changed;
      const concerned = shards.filter(({ part }) => part.spec.arms.some(({ id }) => id === change.arm));
      post(concerned.map(({ remote }) => remote.adjust(change)));
      return adjustment;
    },
    dispose() {
      for (const { remote } of shards) remote.dispose();
    },
  };
}

/** A divergence as a value, so that the other parts are waited for; anything else is thrown on. */
function divergenceOf(error: unknown): DivergenceError {
  if (error instanceof DivergenceError) return error;
  throw error;
}

/** Units of a layer are the widest part's; all else follows from the spec or is equal in all parts. */
function wholeFacts(spec: ExperimentSpec, shards: readonly Shard[]): Trainer['facts'] {
  const each = shards.map(({ remote }) => remote.facts);
  const [first] = each;
  return {
    spec,
    tasks: first?.tasks ?? [],
    parameters: parameterCounts(spec),
    layerUnits: (first?.layerUnits ?? []).map((_, layer) => Math.max(...each.map((of) => of.layerUnits[layer] ?? 0))),
    fromStep: first?.fromStep ?? 0,
  };
}
