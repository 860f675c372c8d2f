/**
 * Sluice networks (Ruder et al. 2017, arXiv 1705.08142; AAAI 2019): each tower's layers are cut into subspaces, alpha
 * [S*T, S*T] mixes the subspaces of all towers after every trunk layer, and beta mixes the layers into each head,
 * so all trunk layers are equally wide. Penalty: c sum over layers and tasks of |G_1' G_2|_F^2, where the columns of
 * G_1 and G_2 [in, h/2] are the weight vectors of the units of the two subspaces: zero exactly when every unit of one is
 * orthogonal to every unit of the other.
 *
 * sebastianruder/sluice-networks deviates in three points and is not followed: its first alpha for two subspaces is
 * neither dominated by the diagonal nor of row sum 1 (`predictors.py`); its penalty reshapes the matrix in column order,
 * which interleaves the subspaces, and multiplies over units instead of inputs (`sluice_net.py`). Here alpha starts with
 * `same` on the diagonal and the rest of 1 shared equally; beta starts balanced, 1 / layers, the code's default.
 */
import { tensor3d } from '@tensorflow/tfjs-core';
import type { SluiceScheme } from '../../spec/scheme';
import { concat, mul as mulTensor, reshape as reshapeTensor } from '../../tensor/kernels';
import { add, matMul, mul, reshape, split, transpose } from '../../tensor/tapeOperations';
import { constant, type Node, type Root } from '../../tensor/tape';
import type { MixedNetwork, MixedSetting } from './mixedNetwork';
import { mixingStart } from './mixingStart';
import { assembleRow, columnsOf, cutSections, sectionRange, type Section } from './sections';
import { cutStack, runLayer, runStack, type LayerNodes, stackColumns } from './stack';
import { plainTowers } from './towers';
import { createDiagonal, rowsPerView, viewCount, viewsPerTower } from './views';

/** @throws RangeError when the model has no trunk, layers of unequal width, or a width that does not divide. */
export function sluiceNetwork(scheme: SluiceScheme, setting: MixedSetting): MixedNetwork {
  const towers = plainTowers(setting);
  const tasks = setting.shapes.length;
  const depth = towers.trunk.length;
  const { subspaces } = scheme;
  const width = towers.trunk[0]?.outputs ?? 0;
  if (towers.trunk.some((layer) => layer.outputs !== width)) throw new RangeError('sluice needs equally wide layers');
  if (width % subspaces !== 0) throw new RangeError(`${width} units cannot be cut into ${subspaces} subspaces`);
  const blocks = subspaces * tasks;
  const sections: readonly Section[] = [
    { name: 'towers', shape: [tasks, towers.columns], ownTrunk: stackColumns(towers.trunk) },
    { name: 'alpha', shape: [depth * blocks * blocks] },
    { name: 'beta', shape: [depth * tasks] },
  ];
  const columns = columnsOf(sections);
  const diagonal = createDiagonal(tasks);
  const twice = tensor3d([2 * scheme.orthogonality], [1, 1, 1]);
  const rateFactors = new Float32Array(columns).fill(1);
  rateFactors.fill(scheme.rateFactor, sectionRange(sections, 'alpha').begin);
  const perLayer = (size: number): readonly number[] => Array.from({ length: depth }, () => size);

  /** hidden [L*T*V, n, h] -> the same shape; block t*S+k is subspace k of task t. */
  function mix(hidden: Node, alpha: Node, views: number): Node {
    const [rows = 0, n = 0] = hidden.value.shape;
    const lanes = rows / (tasks * views);
    const apart = [lanes, tasks, views * n, subspaces, width / subspaces];
    const perBlock = [lanes, blocks, (views * n * width) / subspaces];
    const stacked = subspaces === 1 ? hidden : transpose(reshape(hidden, apart), [0, 1, 3, 2, 4]);
    const mixed = matMul(reshape(alpha, [lanes, blocks, blocks]), reshape(stacked, perBlock));
    if (subspaces === 1) return reshape(mixed, [rows, n, width]);
    const back = reshape(mixed, [lanes, tasks, subspaces, views * n, width / subspaces]);
    return reshape(transpose(back, [0, 1, 3, 2, 4]), [rows, n, width]);
  }

  /** sum over layers of beta_t,layer times that layer. */
  function intoHead(layers: readonly Node[], betas: readonly Node[], views: number): Node {
    const [rows = 0, n = 0] = layers[0]?.value.shape ?? [];
    const lanes = rows / (tasks * views);
    const parts = layers.map((layer, index) => {
      const beta = betas[index];
      if (!beta) throw new RangeError(`no beta of layer ${index}`);
      return mul(reshape(layer, [lanes, tasks, views * n * width]), reshape(beta, [lanes, tasks, 1]));
    });
    return reshape(
      parts.reduce((sum, part) => add(sum, part)),
      [rows, n, width],
    );
  }

  function penalty({ weights }: LayerNodes): Root {
    const [first, second] = split(weights, [width / 2, width / 2]);
    if (!first || !second) throw new RangeError('orthogonality is between two subspaces');
    const node = matMul(first, second, true);
    return { node, cotangent: mulTensor(node.value, twice) };
  }

  return {
    sections,
    columns,
    phases: [{ from: 0, rateFactors }],
    adversary: null,
    initial(seed) {
      const alpha = perLayer(blocks).flatMap(() => [...mixingStart(blocks, scheme.same)]);
      return assembleRow(sections, {
        towers: setting.towers(seed),
        alpha: Float32Array.from(alpha),
        beta: new Float32Array(depth * tasks).fill(1 / depth),
      });
    },
    forward({ theta, inputs, common }) {
      const views = viewCount(common, tasks);
      const at = cutSections(theta, sections);
      const { trunk, head } = towers.cut(at('towers'));
      const alphas = split(at('alpha'), perLayer(blocks * blocks));
      const betas = split(at('beta'), perLayer(tasks));
      const layers: Node[] = [];
      cutStack(towers.trunk, rowsPerView(trunk, views)).reduce(
        (input, layer, index) => {
          const alpha = alphas[index];
          if (!alpha) throw new RangeError(`no alpha of layer ${index}`);
          const mixed = mix(runLayer(layer, input), alpha, views);
          layers.push(mixed);
          return mixed;
        },
        constant(viewsPerTower(inputs, tasks, common)),
      );
      const features = diagonal.take(intoHead(layers, betas, views), views);
      const constrained = scheme.orthogonality > 0 && subspaces === 2;
      return {
        outputs: runStack(towers.head, head, features),
        penalties: constrained ? cutStack(towers.trunk, trunk).map(penalty) : [],
        shared: null,
      };
    },
    mixing({ theta }) {
      const at = cutSections(theta, sections);
      const [lanes = 0] = theta.value.shape;
      return concat(
        ['alpha', 'beta'].map((name) => reshapeTensor(at(name).value, [lanes, -1])),
        1,
      );
    },
    dispose() {
      diagonal.dispose();
      twice.dispose();
    },
  };
}
