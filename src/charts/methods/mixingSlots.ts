/** What a row or a column of a mixing table stands for. */
export interface MixingSlot {
  readonly task: number;
  /** Which part of the task's layer; 0 where layers are not divided. */
  readonly part: number;
}

/** Rows and columns of a mixing table in their order: task by task, part by part. */
export function mixingSlots(tasks: number, parts: number): readonly MixingSlot[] {
  return Array.from({ length: tasks * parts }, (_, i) => ({ task: Math.floor(i / parts), part: i % parts }));
}

/**
 * How much of what the tasks go on with is their own: mean over rows of sum |own| / sum |all|. 1 = alone, 1/T = all alike.
 * @param alpha row-major, rows receive; NaN for an empty table.
 */
export function ownShare(alpha: ArrayLike<number>, tasks: number, parts: number): number {
  const slots = mixingSlots(tasks, parts);
  const shares = slots.map((to, i) => {
    let [own, all] = [0, 0];
    slots.forEach((from, j) => {
      const size = Math.abs(alpha[i * slots.length + j] ?? NaN);
      all += size;
      if (from.task === to.task) own += size;
    });
    return own / all;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
