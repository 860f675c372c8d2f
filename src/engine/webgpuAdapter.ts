import { BackendRefused } from './backendRefused';
import { isSoftwareRenderer } from './softwareRenderer';
import { withTimeout } from './withTimeout';

const ANSWER_WITHIN_MS = 3000;

export interface WebgpuDevice {
  readonly device: GPUDevice;
  readonly info: GPUAdapterInfo;
  readonly description: string;
}

/**
 * A device with the limits and features that TensorFlow.js 4.22 asks for (its `base.ts`) and that fused shaders need, or a refusal:
 * `requestAdapter` may give null, throw (Firefox, blocklisted drivers) or never answer (background tabs).
 */
export async function requestWebgpuDevice(forced: boolean): Promise<WebgpuDevice> {
  // Typed as always there, and missing in half of the browsers.
  const gpu = (globalThis.navigator as Partial<Navigator> | undefined)?.gpu;
  if (gpu === undefined) throw new BackendRefused('missing', 'no navigator.gpu');
  const asked = gpu.requestAdapter({ powerPreference: 'high-performance' });
  const adapter = await withTimeout(asked, ANSWER_WITHIN_MS, 'requestAdapter');
  if (adapter === null) throw new BackendRefused('missing', 'requestAdapter gave null');
  const description = describe(adapter.info);
  if (!forced && isSoftware(adapter)) throw new BackendRefused('software-adapter', description);
  const device = await withTimeout(adapter.requestDevice(deviceDescriptor(adapter)), ANSWER_WITHIN_MS, 'requestDevice');
  return { device, info: adapter.info, description };
}

function isSoftware(adapter: GPUAdapter): boolean {
  // Before 2025 the mark stood on the adapter, since then on its info.
  const old = 'isFallbackAdapter' in adapter && adapter.isFallbackAdapter;
  return old || adapter.info.isFallbackAdapter || isSoftwareRenderer(describe(adapter.info));
}

function describe(info: GPUAdapterInfo): string {
  return [info.vendor, info.architecture, info.device, info.description].filter((part) => part !== '').join(' ');
}

function deviceDescriptor(adapter: GPUAdapter): GPUDeviceDescriptor {
  const wanted: readonly GPUFeatureName[] = ['timestamp-query', 'bgra8unorm-storage'];
  const limits = adapter.limits;
  return {
    requiredFeatures: wanted.filter((feature) => adapter.features.has(feature)),
    requiredLimits: {
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxBufferSize: limits.maxBufferSize,
      maxStorageBuffersPerShaderStage: limits.maxStorageBuffersPerShaderStage,
      maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
    },
  };
}
