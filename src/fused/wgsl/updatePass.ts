/**
 * From gradient rows to the next state, column by column (four at a time), all tasks of a column in one invocation: rows
 * are tied, anchored, pulled together, moved by the optimizer, shrunk together, as `sharing/coupling.ts` describes. What a
 * lane does not ask for leaves its numbers alone, bit for bit.
 */
import { fusedOptimizer } from '../optimizers';
import type { ShaderPlan, Tiling } from './shaderPlan';
import { wgslAlgebra } from './wgslAlgebra';

/** Vectors of one part of the state. */
function partVectors({ points, arms, seeds, tasks, tower }: ShaderPlan): number {
  return (points * arms * seeds * tasks * tower.columns) / 4;
}

function anchored(plan: ShaderPlan): string {
  if (!plan.anchor) return '';
  const part = (index: number): string => `state[${index * partVectors(plan)}u + at]`;
  return `g[t] += ${part(plan.anchor.stiffness)} * (theta[t] - ${part(plan.anchor.at)});`;
}

/** The optimizer's step of row t at the vector `at`. */
function moved(plan: ShaderPlan): string {
  const optimizer = fusedOptimizer(plan.optimizer);
  const lines: string[] = [];
  const m = wgslAlgebra('vec4f', (line) => lines.push(line));
  const slot = (index: number): string => `state[${(index + 1) * partVectors(plan)}u + at]`;
  const slots = Array.from({ length: optimizer.slots }, (_, index) => index);
  lines.push('let gradient = g[t];', 'let old = theta[t];');
  for (const index of slots) lines.push(`let slot${index} = ${slot(index)};`);
  const remembered = optimizer.remember(
    m,
    'gradient',
    slots.map((index) => `slot${index}`),
  );
  remembered.forEach((value, index) => lines.push(`let next${index} = ${value};`, `${slot(index)} = next${index};`));
  const next = optimizer.move(
    m,
    'old',
    'gradient',
    slots.map((index) => `next${index}`),
    'rate',
    'epsilon',
  );
  return [...lines, `theta[t] = ${next};`].join('\n');
}

/** The mean of theta over the tasks, as `mean`. */
const mean = (tasks: number): string => `var mean = vec4f();
for (var t = 0u; t < ${tasks}u; t++) { mean += theta[t]; }
mean *= ${Math.fround(1 / tasks)}f;`;

/** Names in scope: thread, lane, arm, step. */
export function updatePass(plan: ShaderPlan, tiling: Tiling): string {
  const { tasks, arms, tower } = plan;
  const columns = tower.columns / 4;
  const forTasks = (body: string): string =>
    `for (var t = 0u; t < ${tasks}u; t++) {\nlet at = (lane * ${tasks}u + t) * ${columns}u + column;\n${body}\n}`;
  return `let own = rows[lane * ${tasks}u];
let pace = schedule[1u + step * ${arms}u + arm];
let rate = vec4f(pace.x);
let epsilon = vec4f(pace.y);
let shrinkage = own.shrink * pace.x / (own.shrink * pace.x + 1f);
for (var column = thread; column < ${columns}u; column += ${tiling.threads}u) {
var theta: array<vec4f, ${tasks}>;
var g: array<vec4f, ${tasks}>;
${forTasks('theta[t] = state[at];\ng[t] = gradients[at];')}
if (column < own.tied) {
let free = g;
for (var t = 0u; t < ${tasks}u; t++) {
let mates = rows[lane * ${tasks}u + t].mates;
var sum = vec4f();
for (var s = 0u; s < ${tasks}u; s++) { if (((mates >> s) & 1u) == 1u) { sum += free[s]; } }
g[t] = sum;
}
}
${plan.anchor ? forTasks(anchored(plan)) : ''}
if (column < own.coupled && own.pull != 0f) {
${mean(tasks)}
for (var t = 0u; t < ${tasks}u; t++) { g[t] += (theta[t] - mean) * own.pull; }
}
${forTasks(moved(plan))}
if (column < own.coupled && own.shrink != 0f) {
${mean(tasks)}
for (var t = 0u; t < ${tasks}u; t++) { theta[t] -= (theta[t] - mean) * shrinkage; }
}
${forTasks('state[at] = theta[t];')}
}`;
}
