import { randomSearch } from '../../../record/practice/randomSearch';
import { scaledLosses } from '../../../record/practice/scaledLoss';
import { seedSummary } from '../../../record/practice/seedSummary';
import { successiveHalving } from '../../../record/practice/successiveHalving';
import type { RunRecord } from '../../../record/runRecord';
import type { PhaseAddress } from '../../chartProps';
import type { SearchCell } from '../../methods/searchCells';
import type { SearchGrid } from './searchGrid';

/** A cheaper search than the whole grid, told from the same run. */
export interface OtherSearch {
  /** Cells that halving still trains, or that random search tries. */
  readonly cells: readonly PhaseAddress[];
  /** Arm chosen in the end, by the mean over seeds; `null` while the run goes on. */
  readonly chosen: number | null;
  /** Training steps that it takes, for one seed. */
  readonly steps: number | null;
}

export interface SearchView {
  readonly cells: readonly SearchCell[];
  /** Of one seed: taken so far, and in all. */
  readonly steps: { readonly done: number; readonly all: number };
  readonly halving: OtherSearch | null;
  readonly random: OtherSearch | null;
}

/** Random search may try a third of the grid. */
const BUDGET = 1 / 3;

/** The grid at one evaluation (`-1` = the newest): validation losses so far, and what cheaper searches would have seen. */
export function searchView(
  record: RunRecord,
  grid: SearchGrid,
  { point, evaluation }: { readonly point: number; readonly evaluation: number },
): SearchView {
  const all = record.spec.training.steps;
  const arms = grid.arms.flat();
  // Searches look at the newest evaluation: for them the run ends at the moment shown.
  const past = evaluation < 0 ? record : { ...record, evaluations: record.evaluations.slice(0, evaluation + 1) };
  const step = past.evaluations.at(-1)?.step ?? 0;
  const address = (arm: number): PhaseAddress[] =>
    grid.arms.flatMap((row, r) => row.flatMap((one, c) => (one === arm ? [{ row: r, column: c }] : [])));
  const cells = grid.arms.flatMap((row, r) =>
    row.map((arm, column): SearchCell => {
      const losses = step === 0 ? null : scaledLosses(past, { point, arm, evaluation: -1 }, 'validation');
      const state = losses === null ? 'pending' : step >= all ? 'done' : 'running';
      const { mean, halfWidth } = losses === null ? { mean: null, halfWidth: null } : seedSummary(losses);
      return { row: r, column, mean, halfWidth, state };
    }),
  );
  const begun = step > 0;
  const ended = step >= all;
  const halving = begun ? successiveHalving(past, { arms, point, ...halvingOf(arms.length) }) : null;
  const random = begun
    ? randomSearch(past, { arms, point, budget: Math.max(1, Math.round(arms.length * BUDGET)), seed: 0 })
    : null;
  return {
    cells,
    steps: { done: arms.length * step, all: arms.length * all },
    halving: halving && {
      cells: (halving.rungs.at(-1)?.survivors ?? arms).flatMap(address),
      chosen: ended ? (halving.search?.pooled.arm ?? null) : null,
      steps: ended ? (halving.search?.pooled.steps ?? null) : null,
    },
    random: random && {
      cells: random.pooled.tried.flatMap(address),
      chosen: ended ? random.pooled.arm : null,
      steps: ended ? random.pooled.steps : null,
    },
  };
}

/** Thirds where there are enough arms, else halves; as many rungs as it takes to come down to one arm. */
function halvingOf(arms: number): { readonly eta: number; readonly rungs: number } {
  const eta = arms >= 9 ? 3 : 2;
  return { eta, rungs: Math.floor(Math.log(arms) / Math.log(eta) + 1e-9) + 1 };
}
