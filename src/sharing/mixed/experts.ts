/**
 * Mixtures of experts: f^t(x) = sum_i g^t(x)_i f_i(x), g^t = softmax(W_t x), y_t = h^t(f^t(x)).
 *
 * - `common` (OMoE): one gate for all tasks; `task` (MMoE): a gate per task (Ma et al. 2018, KDD).
 * - `ple` with one level (CGC): a gate per task over the shared experts and the task's own. With more levels (PLE; Tang et
 *   al. 2020, RecSys): between levels a *separate gate for the shared experts, fed by all experts*, makes the shared path.
 *   LibMTL `PLE.py` has no such gate (it applies the shared experts to each task's own input) and is not followed.
 *
 * Every expert is a trunk: the layers of the model's trunk, with `units` units each. One expert is hard sharing.
 */
import { concat, matMul as matMulTensors, repeat, reshape as reshapeTensor } from '../../tensor/kernels';
import { reshape } from '../../tensor/tapeOperations';
import { constant, type Node } from '../../tensor/tape';
import type { ExpertsScheme } from '../../spec/scheme';
import {
  expertLevel,
  gateValues,
  initialLevel,
  innerLevel,
  lastLevel,
  levelSections,
  type ExpertLevel,
} from './expertLevel';
import { createHeads } from './heads';
import type { MixedContext, MixedNetwork, MixedPass, MixedSetting } from './mixedNetwork';
import { assembleRow, columnsOf, cutSections, type Section } from './sections';
import { createDiagonal, viewCount, viewsOf, viewsPerTower } from './views';

function levelsOf(scheme: ExpertsScheme, setting: MixedSetting): readonly ExpertLevel[] {
  const { gating, experts, ownExperts, units, levels } = scheme;
  const layered = gating === 'ple';
  if (setting.model.trunk.length === 0) throw new RangeError('experts need a trunk with at least one layer');
  if (!layered && (levels !== 1 || ownExperts !== 0)) {
    throw new RangeError(`gating "${gating}" has one level and no own experts; only "ple" has more`);
  }
  if (experts < 1 || (layered && ownExperts < 1)) throw new RangeError('every group of experts needs at least one');
  return Array.from({ length: levels }, (_, level) =>
    expertLevel(
      {
        level,
        tasks: setting.shapes.length,
        shared: experts,
        own: ownExperts,
        gates: gating === 'common' ? 1 : setting.shapes.length,
        followed: level < levels - 1,
        width: level === 0 ? setting.inputs : units,
      },
      setting.model.trunk,
      units,
    ),
  );
}

/** @throws RangeError when the model has no trunk, or the numbers of experts and levels do not fit the gating. */
export function expertsNetwork(scheme: ExpertsScheme, setting: MixedSetting): MixedNetwork {
  const levels = levelsOf(scheme, setting);
  const tasks = setting.shapes.length;
  const heads = createHeads(setting, scheme.units);
  const sections: readonly Section[] = [
    ...levels.flatMap((level) => levelSections(level)),
    { name: 'heads', shape: [tasks, heads.columns] },
  ];
  const diagonal = createDiagonal(tasks);

  /** One pass; `gates` are those of every level on the tasks' own rows, [L*T, n, experts]. */
  function run({ theta, inputs, common }: MixedContext): MixedPass & { readonly gates: readonly Node[] } {
    const [rows = 0, n = 0] = inputs.shape;
    const views = viewCount(common, tasks);
    const at = cutSections(theta, sections);
    const gates: Node[] = [];
    let shared = constant(viewsOf(inputs, tasks, common));
    let paths: Node | null = null;
    let features: Node | null = null;
    for (const level of levels) {
      if (level.followed) {
        paths ??= reshape(constant(viewsPerTower(inputs, tasks, common)), [rows, views * n, level.width]);
        const gate = gateValues(level, at, paths);
        gates.push(ownRows(gate, views, n));
        ({ shared, paths } = innerLevel(level, at, shared, paths, gate));
      } else {
        const own = paths ? ownRows(paths, views, n) : constant(inputs);
        const gate = gateValues(level, at, own);
        gates.push(gate);
        features = lastLevel(level, at, shared, own, gate);
      }
    }
    if (!features) throw new RangeError('a mixture of experts has at least one level');
    return { outputs: heads.run(at('heads'), features), penalties: [], shared: null, gates };
  }

  /** [L*T, V*n, w] -> [L*T, n, w] */
  function ownRows(perView: Node, views: number, n: number): Node {
    const [rows = 0, , width = 0] = perView.value.shape;
    return diagonal.take(reshape(perView, [rows * views, n, width]), views);
  }

  return {
    sections,
    columns: columnsOf(sections),
    phases: [{ from: 0, rateFactors: null }],
    adversary: null,
    initial(seed) {
      const parts = levels.flatMap((level) => Object.entries(initialLevel(level, seed)));
      return assembleRow(sections, { ...Object.fromEntries(parts), heads: heads.initial(seed) });
    },
    forward: run,
    mixing(context) {
      const { rowWeights, theta } = context;
      const [lanes = 0] = theta.value.shape;
      if (!rowWeights) throw new RangeError('the mean of a gate needs the weights of the rows');
      const means = run(context).gates.map(({ value }) => {
        const [rows = 0, n = 0, experts = 0] = value.shape;
        const perRow = rowWeights.shape[1] === n ? rowWeights : repeat(rowWeights, 1, n);
        return reshapeTensor(matMulTensors(perRow, value, true), [lanes, (rows / lanes) * experts]);
      });
      return concat(means, 1);
    },
    dispose: () => diagonal.dispose(),
  };
}
