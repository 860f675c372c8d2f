/**
 * One mixture of the rows per layer, sum_t softmax(a_l)_t theta_{t,l}, learned on validation rows (learned soup by layer,
 * Wortsman et al. 2022; model-soups `learned_bylayer.py`, rate .05, there with a temperature of the outputs as well).
 * Starts from equal shares, descends by Adam on all validation rows at once, and returns the best mixture it met: on the
 * validation rows it is never worse than the mean.
 */
import { exp } from '../numeric/elementary';
import type { FusionContext } from './fusionContext';
import { createAdam } from './hostAdam';
import type { LayerShape, Row } from './towerShape';
import { commonLength } from './weightedMean';

export interface LayerwiseMix {
  readonly row: Float64Array;
  /** Shares of the rows in each layer, [layers x T] row-major; those of a layer sum to 1. */
  readonly shares: Float64Array;
  /** Validation loss of `row`, see `ValidationPoint`. */
  readonly loss: number;
}

/** Softmax of each run of `width` logits. */
function sharesOf(logits: Float64Array, width: number): Float64Array {
  const shares = new Float64Array(logits.length);
  for (let start = 0; start < logits.length; start += width) {
    const own = logits.subarray(start, start + width);
    const shift = Math.max(...own);
    const powers = own.map((a) => exp(a - shift));
    const sum = powers.reduce((total, value) => total + value, 0);
    powers.forEach((value, t) => (shares[start + t] = value / sum));
  }
  return shares;
}

/** Written as differences from the first row, so that equal rows give exactly that row. */
function mixed(rows: readonly Row[], layers: readonly LayerShape[], shares: Float64Array): Float64Array {
  const result = new Float64Array(commonLength(rows));
  layers.forEach((layer, l) => {
    for (let column = layer.weights; column < layer.end; column++) {
      const first = rows[0]?.[column] ?? 0;
      let value = first;
      rows.forEach((row, t) => (value += (shares[l * rows.length + t] ?? 0) * ((row[column] ?? 0) - first)));
      result[column] = value;
    }
  });
  return result;
}

/** d loss / d a_{l,t} = p_t (<g_l, theta_{t,l}> - <g_l, mixture_l>), g the gradient by the mixture. */
function logitGradient(
  { rows, layers }: Pick<FusionContext, 'rows' | 'layers'>,
  shares: Float64Array,
  mixture: Float64Array,
  gradient: Float64Array,
): Float64Array {
  const result = new Float64Array(shares.length);
  layers.forEach((layer, l) => {
    rows.forEach((row, t) => {
      let product = 0;
      for (let column = layer.weights; column < layer.end; column++) {
        product += (gradient[column] ?? 0) * ((row[column] ?? 0) - (mixture[column] ?? 0));
      }
      const at = l * rows.length + t;
      result[at] = (shares[at] ?? 0) * product;
    });
  });
  return result;
}

/** Learns the shares in `steps` steps. @throws RangeError when the rows differ in length. */
export function layerwiseMix(
  context: Pick<FusionContext, 'rows' | 'layers' | 'validate'>,
  { steps, rate }: { readonly steps: number; readonly rate: number },
): LayerwiseMix {
  const { rows, layers } = context;
  const logits = new Float64Array(layers.length * rows.length);
  const descend = createAdam(logits.length, rate);
  let best: LayerwiseMix | null = null;
  for (let step = 0; ; step++) {
    const shares = sharesOf(logits, rows.length);
    const row = mixed(rows, layers, shares);
    const { loss, gradient } = context.validate(row);
    if (best === null || loss < best.loss) best = { row, shares, loss };
    if (step >= steps) return best;
    descend(logits, logitGradient(context, shares, row, gradient));
  }
}
