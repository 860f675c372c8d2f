/** The plain towers inside a mixed network: trunk and head columns in the order of `training/layout.ts`. */
import { reshape, split } from '../../tensor/tapeOperations';
import type { Node } from '../../tensor/tape';
import { widestOutput } from './heads';
import type { MixedSetting } from './mixedNetwork';
import { headStack, stackColumns, stackOf, type Stack } from './stack';

export interface PlainTowers {
  readonly trunk: Stack;
  readonly head: Stack;
  /** Columns of one tower. */
  readonly columns: number;
  /** Rows [L, T, columns] -> trunk rows [L*T, .] and head rows [L*T, .]. */
  cut(rows: Node): { readonly trunk: Node; readonly head: Node };
}

/** @throws RangeError when there is no trunk to mix. */
export function plainTowers(setting: MixedSetting): PlainTowers {
  const { model, inputs } = setting;
  const last = model.trunk.at(-1);
  if (!last) throw new RangeError('mixing activations needs a trunk with at least one layer');
  const trunk = stackOf(inputs, model.trunk);
  const head = headStack(model, last.units, widestOutput(setting));
  const sizes = [stackColumns(trunk), stackColumns(head)] as const;
  const columns = sizes[0] + sizes[1];
  return {
    trunk,
    head,
    columns,
    cut(rows) {
      const [lanes = 0, tasks = 0] = rows.value.shape;
      const [trunkRows, headRows] = split(reshape(rows, [lanes * tasks, columns]), sizes);
      if (!trunkRows || !headRows) throw new RangeError('a tower has a trunk and a head');
      return { trunk: trunkRows, head: headRows };
    },
  };
}
