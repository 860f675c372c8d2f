import { MOST_TASKS_BY_FACES } from '../spec/balancing';

/**
 * Every non-empty subset of the tasks: the faces of the simplex of their weights.
 * @throws RangeError above {@link MOST_TASKS_BY_FACES} tasks: there are 2^T - 1
 */
export function simplexFaces(tasks: number): readonly (readonly number[])[] {
  if (tasks > MOST_TASKS_BY_FACES) throw new RangeError(`exact up to ${MOST_TASKS_BY_FACES} tasks, got ${tasks}`);
  const all = Array.from({ length: tasks }, (_, t) => t);
  return Array.from({ length: 2 ** tasks - 1 }, (_, code) =>
    all.filter((t) => Math.floor((code + 1) / 2 ** t) % 2 === 1),
  );
}
