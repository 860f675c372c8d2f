/**
 * From raw outputs to the gradient of the loss, (link(z * outputScale) - y) * scale * outputScale, in place; one row of
 * the batch per invocation. Outputs that a narrow task lacks take no part, not even in a softmax, and get zero.
 */
import type { Loss } from '../../spec/experiment';
import { exp } from '../elementary';
import { FUSED_LINKS } from '../losses';
import type { PlacedLayer } from './layerPasses';
import type { ShaderPlan, Tiling } from './shaderPlan';
import { wgslFunction } from './wgslAlgebra';

/** Functions that the passes of these losses call. */
export function lossFunctions(losses: readonly Loss[]): readonly string[] {
  return losses.map((loss) => {
    const link = FUSED_LINKS[loss];
    if (link === 'softmax') return wgslFunction('exponential', 'f32', ['x'], (m, [x = '']) => exp(m, x));
    return wgslFunction(`${loss}Link`, 'f32', ['z'], (m, [z = '']) => link(m, z));
  });
}

const OUTPUT = 'scratch[at + o / 4u][o % 4u]';
const gradient = (prediction: string): string => `${OUTPUT} = (${prediction} - targets[truth + o]) * scale;`;

function linked(loss: Loss): string {
  if (FUSED_LINKS[loss] !== 'softmax') {
    const prediction = `${loss}Link(${OUTPUT} * settings.outputScale)`;
    return `for (var o = 0u; o < settings.outputs; o++) { ${gradient(prediction)} }`;
  }
  return `var top = scratch[at].x * settings.outputScale;
for (var o = 1u; o < settings.outputs; o++) { top = max(top, ${OUTPUT} * settings.outputScale); }
var sum = 0f;
for (var o = 0u; o < settings.outputs; o++) {
let e = exponential(${OUTPUT} * settings.outputScale - top);
${OUTPUT} = e;
sum += e;
}
for (var o = 0u; o < settings.outputs; o++) { ${gradient(`${OUTPUT} / sum`)} }`;
}

export function lossPass(output: PlacedLayer, plan: ShaderPlan, tiling: Tiling): string {
  const cases = plan.losses.map((loss, index) =>
    plan.losses.length === 1 ? linked(loss) : `if (settings.loss == ${index}u) {\n${linked(loss)}\n}`,
  );
  return `for (var row = thread; row < count; row += ${tiling.threads}u) {
let at = ${output.unitsAt} + row * ${output.unitVectors}u;
let truth = dataRow(step, data, first + row) * ${output.outputs}u;
let scale = settings.scale * settings.outputScale;
${cases.join('\n')}
for (var o = settings.outputs; o < ${output.width}u; o++) { ${OUTPUT} = 0f; }
}`;
}
