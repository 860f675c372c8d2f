/** What each column of a reader's file is used for. Pure. */
import type { ColumnChoice } from '../../../csv/ownSource';
import type { CsvTable, UsableKind } from '../../../csv/csvTable';
import { LIMITS } from '../../../spec/limits';

export type Role = 'input' | 'target' | 'unused';

export interface ColumnUse {
  readonly role: Role;
  /** `null` for a column that cannot be used. */
  readonly kind: UsableKind | null;
}

/** To begin with: the last columns that can be used are predicted from the others, as tables are mostly written. */
export function firstUse(table: CsvTable): readonly ColumnUse[] {
  const usable = table.columns.flatMap(({ kinds }, index) => (kinds.length > 0 ? [index] : []));
  const targets = usable.slice(-LIMITS.tasks.min);
  const inputs = usable.slice(0, -LIMITS.tasks.min).slice(0, LIMITS.ownInputs.max);
  return table.columns.map(({ kinds }, index) => ({
    role: targets.includes(index) ? 'target' : inputs.includes(index) ? 'input' : 'unused',
    kind: kinds[0] ?? null,
  }));
}

/** The choice that the roles make. */
export function columnChoice(uses: readonly ColumnUse[]): ColumnChoice {
  const chosen = (role: Role) =>
    uses.flatMap(({ role: has, kind }, column) => (has === role && kind !== null ? [{ column, kind }] : []));
  return { inputs: chosen('input'), targets: chosen('target') };
}
