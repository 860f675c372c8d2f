/** What one gate lets through. */

export interface Gate {
  /** Index into `tasks`; `null` = one gate for all tasks. */
  readonly task: number | null;
  /** Mean share of each expert over rows and seeds; adds up to 1. */
  readonly shares: ArrayLike<number>;
  /** Half widths of the intervals over seeds; `null` = one seed. */
  readonly halfWidth: ArrayLike<number> | null;
}
