/**
 * Low-rank adapters (LoRA, Hu et al. 2021, arXiv 2106.09685) as a sharing scheme: a common trunk and the heads train for
 * `trunkSteps`; then the trunk is frozen and every layer of it becomes W_0 + A_t B_t for task t, of rank r, with the heads
 * still training. B starts at zero, so the network of the first adapter step is the trained one. The paper's scaling
 * alpha / r is left out: it only rescales the learning rate.
 */
import type { AdaptersScheme } from '../../spec/scheme';
import { concat, div, reshape as reshapeTensor, sqrt, square, sumAxis } from '../../tensor/kernels';
import { activate, add, matMul, reshape, split } from '../../tensor/tapeOperations';
import { constant, type Node } from '../../tensor/tape';
import { initialAdapters } from './initialAdapters';
import type { MixedNetwork, MixedSetting } from './mixedNetwork';
import { assembleRow, columnsOf, cutSections, sectionRange, type Section } from './sections';
import { cutStack, runStack, stackColumns } from './stack';
import { plainTowers } from './towers';

/** @throws RangeError when the model has no trunk. */
export function adaptersNetwork(scheme: AdaptersScheme, setting: MixedSetting): MixedNetwork {
  const towers = plainTowers(setting);
  const tasks = setting.shapes.length;
  const { rank } = scheme;
  const trunkColumns = stackColumns(towers.trunk);
  /** A [in, r], then B [r, out], layer by layer. */
  const sizes = towers.trunk.flatMap((layer) => [layer.inputs * rank, rank * layer.outputs]);
  const sections: readonly Section[] = [
    { name: 'trunk', shape: [trunkColumns] },
    { name: 'heads', shape: [tasks, stackColumns(towers.head)] },
    { name: 'adapters', shape: [tasks, sizes.reduce((sum, size) => sum + size, 0)] },
  ];
  const columns = columnsOf(sections);

  function rates(frozen: string): Float32Array {
    const factors = new Float32Array(columns).fill(1);
    const { begin, end } = sectionRange(sections, frozen);
    return factors.fill(0, begin, end);
  }

  /** A and B of every layer, [L*T, ., .]. */
  function cutAdapters(rows: Node): readonly { readonly down: Node; readonly up: Node }[] {
    const [lanes = 0] = rows.value.shape;
    const pieces = split(rows, sizes);
    return towers.trunk.map((layer, index) => {
      const down = pieces[2 * index];
      const up = pieces[2 * index + 1];
      if (!down || !up) throw new RangeError(`no adapter of layer ${index}`);
      return {
        down: reshape(down, [lanes * tasks, layer.inputs, rank]),
        up: reshape(up, [lanes * tasks, rank, layer.outputs]),
      };
    });
  }

  const warmUp = { from: 0, rateFactors: rates('adapters') };
  const adapting = { from: scheme.trunkSteps, rateFactors: rates('trunk') };

  return {
    sections,
    columns,
    phases: scheme.trunkSteps > 0 ? [warmUp, adapting] : [adapting],
    adversary: null,
    initial(seed) {
      const plain = setting.towers(seed);
      const heads = Array.from({ length: tasks }, (_, task) =>
        plain.subarray(task * towers.columns + trunkColumns, (task + 1) * towers.columns),
      );
      return assembleRow(sections, {
        trunk: plain.slice(0, trunkColumns),
        heads: Float32Array.from(heads.flatMap((head) => [...head])),
        adapters: initialAdapters(towers.trunk, rank, tasks, seed),
      });
    },
    forward({ theta, inputs }) {
      const [rows = 0, n = 0] = inputs.shape;
      const lanes = rows / tasks;
      const at = cutSections(theta, sections);
      const adapters = cutAdapters(at('adapters'));
      const features = cutStack(towers.trunk, at('trunk')).reduce((hidden, layer, index) => {
        const adapter = adapters[index];
        const size = towers.trunk[index];
        if (!adapter || !size) throw new RangeError(`no adapter of layer ${index}`);
        const common = add(matMul(reshape(hidden, [lanes, tasks * n, size.inputs]), layer.weights), layer.biases);
        const own = matMul(matMul(hidden, adapter.down), adapter.up);
        return activate(add(reshape(common, [rows, n, size.outputs]), own), layer.activation);
      }, constant(inputs));
      const heads = reshape(at('heads'), [rows, stackColumns(towers.head)]);
      return { outputs: runStack(towers.head, heads, features), penalties: [], shared: null };
    },
    mixing({ theta }) {
      const [lanes = 0] = theta.value.shape;
      const at = cutSections(theta, sections);
      const adapters = cutAdapters(at('adapters'));
      const relative = cutStack(towers.trunk, at('trunk')).map((layer, index) => {
        const adapter = adapters[index];
        if (!adapter) throw new RangeError(`no adapter of layer ${index}`);
        const change = reshapeTensor(matMul(adapter.down, adapter.up).value, [lanes * tasks, -1]);
        const base = reshapeTensor(layer.weights.value, [lanes, -1]);
        const length = reshapeTensor(sqrt(sumAxis(square(change), 1)), [lanes, tasks]);
        return div(length, sqrt(sumAxis(square(base), 1)));
      });
      return concat(relative, 1);
    },
    dispose: () => undefined,
  };
}
