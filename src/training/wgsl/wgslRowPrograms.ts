/** Which groups of rows train in a compute shader; all others go to the tensor program. */
import { buffersOf } from '../../fused/wgsl/bindings';
import { tilingOf, type ShaderPlan } from '../../fused/wgsl/shaderPlan';
import type { ArmSpec } from '../../spec/experiment';
import type { RowPrograms } from '../rowPrograms';
import { stateOrder } from '../stateOrder';
import { shaderPlanOf } from './shaderPlanOf';
import { createWgslCohort } from './wgslCohort';

/** Larger towers have work for more than one workgroup. */
const MOST_COLUMNS = 40_000;

/**
 * @param device stays the caller's; its loss is the caller's to notice
 * @param host makes the programs that compute outputs and gradients of weights read back
 */
export function createWgslRowPrograms(device: GPUDevice, host: RowPrograms): RowPrograms {
  return (data, layout, phases) => {
    if (layout.columns > MOST_COLUMNS || !data.spec.arms.every(isFused)) return null;
    const plan = shaderPlanOf(data, layout);
    if (!fits(device.limits, plan, stateOrder(data.spec))) return null;
    const measuring = host(data, layout, phases);
    return measuring && createWgslCohort(device, plan, data, layout, phases, measuring);
  };
}

/** Whether the shader knows all that the arm ever does: weighing tasks anew in every step and steps in doubles it does not. */
function isFused({ balancing, scheme, timeline }: ArmSpec): boolean {
  const schemes = [scheme, ...timeline.flatMap((event) => (event.do === 'scheme' ? [event.scheme] : []))];
  return (
    balancing.kind === 'static' &&
    schemes.every((each) => {
      if (each.kind === 'soft') return each.penalty === 'pairwise' || each.penalty === 'mean';
      return each.kind === 'alone' || each.kind === 'hard';
    })
  );
}

/** Whether the device has room for the buffers, and the workgroups that the shader is cut into. */
function fits(limits: GPUSupportedLimits, plan: ShaderPlan, order: ReturnType<typeof stateOrder>): boolean {
  const lanes = plan.points * plan.arms * plan.seeds;
  const tiling = tilingOf(plan);
  const parts = 1 + order.slots + order.companions.length;
  const state = parts * lanes * plan.tasks * plan.tower.columns * 4;
  const dataSets = plan.points * plan.seeds * plan.tasks;
  const widest = Math.max(...plan.tower.layers.map((layer) => layer.inputs));
  const rows = dataSets * plan.storedRows * (widest + 4) * 4;
  const scratch = tiling.local ? 0 : lanes * tiling.vectors * 16;
  return (
    lanes <= limits.maxComputeWorkgroupsPerDimension &&
    tiling.threads <= limits.maxComputeInvocationsPerWorkgroup &&
    (tiling.local ? tiling.vectors * 16 : 0) <= limits.maxComputeWorkgroupStorageSize &&
    buffersOf(plan, tiling.local).length <= limits.maxStorageBuffersPerShaderStage &&
    Math.max(state, rows, scratch) <= Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize)
  );
}
