/** One row from several, by any of the methods of `spec/fusion.ts`. */
import type { FusionMethod } from '../spec/fusion';
import { fisherMean } from './fisherMean';
import type { FusionContext } from './fusionContext';
import { greedySoup } from './greedySoup';
import { layerwiseMix } from './layerwiseMix';
import { regMean } from './regMean';
import { taskArithmetic } from './taskArithmetic';
import { tiesMerge } from './ties';
import { meanRow, weightedMean } from './weightedMean';

/**
 * The fused columns, in doubles; what comes after them (heads, usually) stays each task's own.
 * @throws RangeError when rows, base, weights do not fit each other
 */
export function fuseRows(method: FusionMethod, context: FusionContext): Float64Array {
  const { rows, base } = context;
  switch (method.kind) {
    case 'mean':
      return meanRow(rows);
    case 'weighted':
      return weightedMean(rows, method.weights);
    case 'fisher':
      return fisherMean(rows, context.fisher(), method.floor);
    case 'regmean':
      return regMean(rows, context.layers, context.layerInputs());
    case 'arithmetic':
      return taskArithmetic(rows, base, method.scale);
    case 'ties':
      return tiesMerge(rows, base, method);
    case 'layerwise':
      return layerwiseMix(context, method).row;
    case 'greedy':
      return greedySoup(context).row;
  }
}
