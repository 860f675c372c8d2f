/**
 * Shared-private networks with an adversary (Liu, Qiu & Huang 2017, ACL): one shared trunk s and a private trunk p_t per
 * task, h_t = [s(x); p_t(x)] into the head of the task, and
 *
 *   sum_t L_t + lambda L_adv + gamma sum_t |S_t' P_t / n_t|_F^2
 *
 * L_adv: see `adversary.ts`. The orthogonality is the paper's, divided by the rows (so that gamma means the same for any
 * number of them): zero exactly when no shared feature correlates (uncentred) with a private one of the same task.
 *
 * FrankWork/fudan_mtl_reviews `mtl_model.py` deviates and is not followed: it centres and normalises the features and
 * takes the *mean* square; its baseline without adversary has no shared features at all.
 */
import { tensor3d, type Tensor } from '@tensorflow/tfjs-core';
import type { SharedPrivateScheme } from '../../spec/scheme';
import { mul as mulTensor } from '../../tensor/kernels';
import { concat, matMul, mul, repeat, reshape } from '../../tensor/tapeOperations';
import { constant, type Node, type Root } from '../../tensor/tape';
import { createAdversary } from './adversary';
import { BANKS } from './banks';
import { createHeads } from './heads';
import type { MixedNetwork, MixedSetting } from './mixedNetwork';
import { assembleRow, columnsOf, cutSections, type Section } from './sections';
import { initialBank, runStack, stackColumns, stackOf } from './stack';
import { viewCount, viewsOf } from './views';

/** @throws RangeError when the model has no trunk. */
export function sharedPrivateNetwork(scheme: SharedPrivateScheme, setting: MixedSetting): MixedNetwork {
  const { model, inputs: depth, shapes } = setting;
  const tasks = shapes.length;
  const width = model.trunk.at(-1)?.units;
  if (width === undefined) throw new RangeError('shared-private needs a trunk with at least one layer');
  const trunk = stackOf(depth, model.trunk);
  const heads = createHeads(setting, 2 * width);
  const sections: readonly Section[] = [
    { name: 'shared', shape: [stackColumns(trunk)] },
    { name: 'private', shape: [tasks, stackColumns(trunk)], ownTrunk: stackColumns(trunk) },
    { name: 'heads', shape: [tasks, heads.columns] },
  ];
  const twice = tensor3d([2 * scheme.orthogonality], [1, 1, 1]);
  const adversary = scheme.adversary > 0 ? createAdversary(scheme, tasks, width) : null;

  function penalty(shared: Node, own: Node, rowWeights: Tensor): Root {
    const node = matMul(mul(shared, constant(rowWeights)), own, true);
    return { node, cotangent: mulTensor(node.value, twice) };
  }

  return {
    sections,
    columns: columnsOf(sections),
    phases: [{ from: 0, rateFactors: null }],
    adversary,
    initial: (seed) =>
      assembleRow(sections, {
        shared: initialBank(trunk, seed, BANKS.shared, 1),
        private: initialBank(trunk, seed, BANKS.private, tasks),
        heads: heads.initial(seed),
      }),
    forward({ theta, inputs, common, rowWeights }) {
      const [rows = 0, n = 0] = inputs.shape;
      const lanes = rows / tasks;
      const views = viewCount(common, tasks);
      const at = cutSections(theta, sections);
      const perView = runStack(trunk, at('shared'), constant(viewsOf(inputs, tasks, common)));
      const shared = repeat(reshape(perView, [lanes, views, n, width]), 1, tasks / views);
      const perTask = reshape(shared, [rows, n, width]);
      const own = runStack(trunk, reshape(at('private'), [rows, stackColumns(trunk)]), constant(inputs));
      return {
        outputs: heads.run(at('heads'), concat([perTask, own], 2)),
        penalties: scheme.orthogonality > 0 && rowWeights ? [penalty(perTask, own, rowWeights)] : [],
        shared,
      };
    },
    mixing: null,
    dispose() {
      twice.dispose();
      adversary?.dispose();
    },
  };
}
