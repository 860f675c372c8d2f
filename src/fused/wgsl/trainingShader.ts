/**
 * The text of the compute shader that trains a cohort: one workgroup per network, any number of whole steps per dispatch.
 * No atomics, no order left to chance: every number is summed by one invocation in a loop.
 */
import { FUSED_ACTIVATIONS } from '../activations';
import { buffersOf, declareBuffers } from './bindings';
import { forwardPass, inputGradientPass, placeLayers, weightGradientPass } from './layerPasses';
import { lossFunctions, lossPass } from './lossPass';
import { tilingOf, type ShaderPlan, type Tiling } from './shaderPlan';
import { updatePass } from './updatePass';
import { wgslFunction } from './wgslAlgebra';

function activationFunctions({ tower }: ShaderPlan): readonly string[] {
  const hidden = new Set(tower.layers.slice(0, -1).map((layer) => layer.activation));
  hidden.delete('linear');
  return [...hidden].flatMap((name) => {
    const { forward, backward } = FUSED_ACTIVATIONS[name];
    const back = wgslFunction(`${name}Backward`, 'vec4f', ['upstream', 'h'], (m, [upstream = '', h = '']) => {
      return backward(m, upstream, h);
    });
    return [wgslFunction(`${name}Forward`, 'vec4f', ['z'], (m, [z = '']) => forward(m, z)), back];
  });
}

/** Where row `position` of a step lies in `inputs` and `targets`. */
function dataRowFunction(plan: ShaderPlan): string {
  const { source, storedRows, stepRows } = plan;
  const inStep = `(step * ${plan.points * plan.seeds * plan.tasks}u + data) * ${stepRows}u + position`;
  const found = {
    whole: `data * ${storedRows}u + position`,
    ordered: `data * ${storedRows}u + order[${inStep}]`,
    fresh: inStep,
  }[source];
  return `fn dataRow(step: u32, data: u32, position: u32) -> u32 { return ${found}; }`;
}

/** The passes of one tile of rows, in order. */
function tilePasses(plan: ShaderPlan, tiling: Tiling): readonly string[] {
  const layers = placeLayers(plan.tower.layers, tiling);
  const output = layers.at(-1);
  if (output?.activation !== 'linear') throw new RangeError('the last layer of a tower must be linear');
  const tiles = Math.ceil(plan.stepRows / tiling.rows);
  const backward = layers.toReversed().flatMap((layer) => {
    const below = layers[layer.index - 1];
    const weights = weightGradientPass(layer, tiling, tiles);
    return below ? [weights, inputGradientPass(layer, below, tiling)] : [weights];
  });
  return [...layers.map((layer) => forwardPass(layer, tiling)), lossPass(output, plan, tiling), ...backward];
}

/** @throws RangeError when the tower does not end in a linear layer. */
export function trainingShader(plan: ShaderPlan): string {
  const tiling = tilingOf(plan);
  const { tasks, arms, seeds, tower } = plan;
  const barrier = tiling.local ? 'workgroupBarrier();' : 'storageBarrier();';
  return `${declareBuffers(buffersOf(plan, tiling.local))}
${tiling.local ? `var<workgroup> scratch: array<vec4f, ${tiling.vectors}>;` : ''}
${activationFunctions(plan).join('\n')}
${lossFunctions(plan.losses).join('\n')}
${dataRowFunction(plan)}
@compute @workgroup_size(${tiling.threads})
fn train(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
let lane = group.x;
let arm = lane / ${seeds}u % ${arms}u;
let suite = lane / ${seeds * arms}u * ${seeds}u + lane % ${seeds}u;
let steps = u32(schedule[0].x);
for (var step = 0u; step < steps; step++) {
for (var task = 0u; task < ${tasks}u; task++) {
let data = suite * ${tasks}u + task;
let settings = rows[lane * ${tasks}u + task];
let theta = (lane * ${tasks}u + task) * ${tower.columns / 4}u;
let last = settings.used - 1u;
for (var first = 0u; first < settings.used; first += ${tiling.rows}u) {
let count = min(${tiling.rows}u, settings.used - first);
let blocks = (count + 3u) / 4u;
${tilePasses(plan, tiling)
  .map((pass) => `{\n${pass}\n}\n${barrier}`)
  .join('\n')}
}
}
storageBarrier();
{
${updatePass(plan, tiling)}
}
storageBarrier();
}
}
`;
}
