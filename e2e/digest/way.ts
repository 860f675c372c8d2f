/** How the runs of the digest are trained. */
export interface Way {
  /**
   * Who takes which stretch, in turns: 0 = the thread itself, undivided; n = a run divided among n workers of its own
   * (1: the whole run in one).
   */
  readonly workers: readonly number[];
  /** Steps at which runs are cut and taken up again by the next in turn. */
  readonly cuts: readonly number[];
}
