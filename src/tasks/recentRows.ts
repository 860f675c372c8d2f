import type { TaskSuite } from './taskSuite';

/** Steps that are remembered: programs of one experiment ask for the same few dozen, one after the other. */
const REMEMBERED = 64;

/** The suite with its newest fresh rows remembered: drawing them costs more than a step of a small network. */
export function rememberFresh(suite: TaskSuite): TaskSuite {
  const { fresh } = suite;
  if (fresh === null) return suite;
  const known = new Map<string, ReturnType<typeof fresh>>();
  return {
    ...suite,
    fresh(step, batch) {
      const key = `${step} ${batch}`;
      const rows = known.get(key) ?? fresh(step, batch);
      if (!known.has(key)) {
        known.set(key, rows);
        const [oldest] = known.keys();
        if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
      }
      return rows;
    },
  };
}
