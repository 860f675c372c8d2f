/** The buffers of a training shader, their order, and what a number in them means. */
import type { ShaderPlan } from './shaderPlan';

/**
 * state: parts [R, columns] one after the other, theta first. gradients: [R, columns]. inputs: rows of whole vectors.
 * targets: rows of numbers. rows: one {@link ROW_FIELDS} per row of theta. schedule: the number of steps, then rate and
 * epsilon of every step and arm. order: indices of the rows of every step and data row. scratch: activations.
 */
const BUFFERS = {
  state: 'var<storage, read_write> state: array<vec4f>',
  gradients: 'var<storage, read_write> gradients: array<vec4f>',
  inputs: 'var<storage, read> inputs: array<vec4f>',
  targets: 'var<storage, read> targets: array<f32>',
  rows: 'var<storage, read> rows: array<Row>',
  schedule: 'var<storage, read> schedule: array<vec2f>',
  order: 'var<storage, read> order: array<u32>',
  scratch: 'var<storage, read_write> scratch: array<vec4f>',
} as const;

export type BufferName = keyof typeof BUFFERS;

/**
 * Settings of one row of theta, 4 bytes each. scale: task weight times loss scale over rows. used: rows of a step.
 * loss: position in the plan's losses. outputs: of the task. mates: bit t is set for every task t that is tied to this one.
 * tied, coupled: so many vectors of columns. pull, shrink: strength of the coupling in the gradient and after the step.
 */
export const ROW_FIELDS = {
  scale: 'f32',
  outputScale: 'f32',
  used: 'u32',
  loss: 'u32',
  outputs: 'u32',
  mates: 'u32',
  tied: 'u32',
  coupled: 'u32',
  pull: 'f32',
  shrink: 'f32',
} as const;

/** The buffers that a plan needs, in the order of their bindings; eight at most, which every device has. */
export function buffersOf(plan: Pick<ShaderPlan, 'source'>, local: boolean): readonly BufferName[] {
  const always = ['state', 'gradients', 'inputs', 'targets', 'rows', 'schedule'] as const;
  return [...always, ...(plan.source === 'ordered' ? ['order' as const] : []), ...(local ? [] : ['scratch' as const])];
}

export function declareBuffers(names: readonly BufferName[]): string {
  const fields = Object.entries(ROW_FIELDS).map(([name, type]) => `${name}: ${type},`);
  return [
    `struct Row { ${fields.join(' ')} }`,
    ...names.map((name, binding) => `@group(0) @binding(${binding}) ${BUFFERS[name]};`),
  ].join('\n');
}
