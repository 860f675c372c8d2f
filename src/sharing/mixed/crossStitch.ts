/**
 * Cross-stitch networks (Misra et al. 2016, CVPR): after every trunk layer the activations of the towers become learned
 * mixtures, x_t <- sum_s alpha_ts x_s, with one alpha per pair of tasks and *channel*, as in the paper and in
 * SimonVandenhende `models/cross_stitch.py`. Rows of the first alpha sum to 1: `same` for a task's own activations.
 *
 * LibMTL `Cross_stitch.py` deviates and is not followed: one scalar per layer, and all entries start at 1, so that
 * activations grow T-fold with every layer. The paper's higher learning rate of alpha is the scheme's `rateFactor`.
 */
import { tensor3d } from '@tensorflow/tfjs-core';
import type { CrossStitchScheme } from '../../spec/scheme';
import { concat, mul as mulTensor, reshape as reshapeTensor, sumAxis as sumTensor } from '../../tensor/kernels';
import { reshape, split, sumProduct } from '../../tensor/tapeOperations';
import { constant, type Node } from '../../tensor/tape';
import type { MixedNetwork, MixedSetting } from './mixedNetwork';
import { mixingStart } from './mixingStart';
import { assembleRow, columnsOf, cutSections, sectionRange, type Section } from './sections';
import { cutStack, runLayer, runStack, stackColumns } from './stack';
import { plainTowers } from './towers';
import { createDiagonal, rowsPerView, viewCount, viewsPerTower } from './views';

/** @throws RangeError when the model has no trunk. */
export function crossStitchNetwork(scheme: CrossStitchScheme, setting: MixedSetting): MixedNetwork {
  const towers = plainTowers(setting);
  const tasks = setting.shapes.length;
  const pairs = tasks * tasks;
  const stitchSizes = towers.trunk.map((layer) => pairs * layer.outputs);
  const sections: readonly Section[] = [
    { name: 'towers', shape: [tasks, towers.columns], ownTrunk: stackColumns(towers.trunk) },
    // Layer by layer [T, T, channels]: row t holds what task t takes from every task.
    { name: 'stitches', shape: [stitchSizes.reduce((sum, size) => sum + size, 0)] },
  ];
  const columns = columnsOf(sections);
  const diagonal = createDiagonal(tasks);
  const rateFactors = new Float32Array(columns).fill(1);
  const mixed = sectionRange(sections, 'stitches');
  rateFactors.fill(scheme.rateFactor, mixed.begin, mixed.end);

  /** hidden [L*T*V, n, h] -> the same shape. */
  function stitch(hidden: Node, alpha: Node, views: number): Node {
    const [rows = 0, n = 0, channels = 0] = hidden.value.shape;
    const lanes = rows / (tasks * views);
    const weights = reshape(alpha, [lanes, tasks, tasks, 1, channels]);
    const mixed = sumProduct(reshape(hidden, [lanes, 1, tasks, views * n, channels]), weights, 2);
    return reshape(mixed, [rows, n, channels]);
  }

  return {
    sections,
    columns,
    phases: [{ from: 0, rateFactors }],
    adversary: null,
    initial(seed) {
      const stitches = towers.trunk.flatMap((layer) =>
        [...mixingStart(tasks, scheme.same)].flatMap((alpha) => Array.from({ length: layer.outputs }, () => alpha)),
      );
      return assembleRow(sections, { towers: setting.towers(seed), stitches: Float32Array.from(stitches) });
    },
    forward({ theta, inputs, common }) {
      const views = viewCount(common, tasks);
      const at = cutSections(theta, sections);
      const { trunk, head } = towers.cut(at('towers'));
      const alphas = split(at('stitches'), stitchSizes);
      const hidden = cutStack(towers.trunk, rowsPerView(trunk, views)).reduce(
        (input, layer, index) => {
          const alpha = alphas[index];
          if (!alpha) throw new RangeError(`no cross-stitch unit after layer ${index}`);
          return stitch(runLayer(layer, input), alpha, views);
        },
        constant(viewsPerTower(inputs, tasks, common)),
      );
      return { outputs: runStack(towers.head, head, diagonal.take(hidden, views)), penalties: [], shared: null };
    },
    mixing({ theta }) {
      const [lanes = 0] = theta.value.shape;
      const alphas = split(cutSections(theta, sections)('stitches'), stitchSizes);
      const means = alphas.map((alpha, index) => {
        const channels = towers.trunk[index]?.outputs ?? 1;
        const perPair = sumTensor(reshapeTensor(alpha.value, [lanes, pairs, channels]), 2);
        return reshapeTensor(mulTensor(perPair, tensor3d([1 / channels], [1, 1, 1])), [lanes, pairs]);
      });
      return concat(means, 1);
    },
    dispose: () => diagonal.dispose(),
  };
}
