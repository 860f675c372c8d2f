import { MOST_TASKS_BY_FACES } from '../spec/balancing';

type Faces = readonly (readonly number[])[];

const KNOWN = new Map<number, Faces>();

/**
 * Every non-empty subset of the tasks: the faces of the simplex of their weights.
 * @throws RangeError above {@link MOST_TASKS_BY_FACES} tasks: there are 2^T - 1
 */
export function simplexFaces(tasks: number): Faces {
  if (tasks > MOST_TASKS_BY_FACES) throw new RangeError(`exact up to ${MOST_TASKS_BY_FACES} tasks, got ${tasks}`);
  const known = KNOWN.get(tasks);
  if (known) return known;
  const all = Array.from({ length: tasks }, (_, t) => t);
  const faces = Array.from({ length: 2 ** tasks - 1 }, (_, code) =>
    all.filter((t) => Math.floor((code + 1) / 2 ** t) % 2 === 1),
  );
  KNOWN.set(tasks, faces);
  return faces;
}
