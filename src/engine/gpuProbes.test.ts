import { afterEach, describe, expect, it, vi } from 'vitest';
import { requestWebgpuDevice } from './webgpuAdapter';
import { isSoftwareRenderer } from './softwareRenderer';
import { createWebglContext } from './webglContext';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const LIMITS = {
  ...{ maxComputeWorkgroupStorageSize: 16_384, maxComputeWorkgroupsPerDimension: 65_535, maxBufferSize: 1 << 28 },
  ...{ maxStorageBuffersPerShaderStage: 10, maxStorageBufferBindingSize: 1 << 27 },
  ...{ maxComputeWorkgroupSizeX: 256, maxComputeInvocationsPerWorkgroup: 256 },
};

/** A navigator whose adapter is described so; tells what device was asked for. */
function stubGpu(info: object, more: object = {}) {
  const requestDevice = vi.fn(async () => ({ name: 'device' }));
  const adapter = {
    ...{ info: { vendor: '', architecture: '', device: '', description: '', isFallbackAdapter: false, ...info } },
    ...{ limits: LIMITS, features: new Set(['timestamp-query']), requestDevice, ...more },
  };
  vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => adapter } });
  return requestDevice;
}

const reason = async (forced = false): Promise<unknown> =>
  requestWebgpuDevice(forced).then(
    () => 'a device',
    (error: unknown) => (error instanceof Error && 'reason' in error ? error.reason : error),
  );

describe('WebGPU probe', () => {
  it('gets a device with the adapter’s own limits and the features there are', async () => {
    const requestDevice = stubGpu({ vendor: 'intel', architecture: 'gen-12lp' });
    const got = await requestWebgpuDevice(false);
    expect(got.description).toBe('intel gen-12lp');
    expect(requestDevice).toHaveBeenCalledWith({ requiredFeatures: ['timestamp-query'], requiredLimits: LIMITS });
  });

  it('answers in every case in which there is none', async () => {
    vi.stubGlobal('navigator', undefined);
    expect(await reason()).toBe('missing');
    vi.stubGlobal('navigator', {});
    expect(await reason()).toBe('missing');
    vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => null } });
    expect(await reason()).toBe('missing');
    vi.stubGlobal('navigator', { gpu: { requestAdapter: () => Promise.reject(new Error('blocklisted')) } });
    expect(await reason()).toEqual(new Error('blocklisted'));
  });

  it('waits three seconds for an adapter, not longer', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('navigator', { gpu: { requestAdapter: () => new Promise(() => undefined) } });
    const asked = reason();
    await vi.advanceTimersByTimeAsync(3001);
    expect(await asked).toBe('timeout');
  });

  it('refuses software adapters unless they are forced', async () => {
    stubGpu({ vendor: 'google', architecture: 'swiftshader' });
    expect(await reason()).toBe('software-adapter');
    expect(await reason(true)).toBe('a device');
    stubGpu({ vendor: 'unknown', isFallbackAdapter: true });
    expect(await reason()).toBe('software-adapter');
    stubGpu({ vendor: 'unknown' }, { isFallbackAdapter: true });
    expect(await reason()).toBe('software-adapter');
  });
});

describe('WebGL probe', () => {
  /** Contexts given out for each request: `undefined` refuses. */
  function stubCanvas(
    renderer: (attributes: { readonly failIfMajorPerformanceCaveat?: boolean }) => string | null,
  ): void {
    class FakeCanvas {
      getContext(_kind: string, attributes: { readonly failIfMajorPerformanceCaveat?: boolean }) {
        const name = renderer(attributes);
        const UNMASKED_RENDERER_WEBGL = 2;
        const getParameter = (key: number): string | null => (key === UNMASKED_RENDERER_WEBGL ? name : 'WebKit WebGL');
        return name === null ? null : { RENDERER: 1, getParameter, getExtension: () => ({ UNMASKED_RENDERER_WEBGL }) };
      }
    }
    vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  }
  const outcome = (forced: boolean): unknown => {
    try {
      return createWebglContext(forced).renderer;
    } catch (error) {
      return error instanceof Error && 'reason' in error ? `${String(error.reason)}: ${error.message}` : error;
    }
  };

  it('tells hardware, software and nothing apart', () => {
    expect(outcome(false)).toBe('missing: no OffscreenCanvas');
    stubCanvas(() => 'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620)');
    expect(outcome(false)).toBe('ANGLE (Intel, Mesa Intel(R) UHD Graphics 620)');
    stubCanvas(() => 'ANGLE (Google, Vulkan 1.3 (SwiftShader Device))');
    expect(outcome(false)).toBe('software-adapter: ANGLE (Google, Vulkan 1.3 (SwiftShader Device))');
    expect(outcome(true)).toBe('ANGLE (Google, Vulkan 1.3 (SwiftShader Device))');
    stubCanvas(({ failIfMajorPerformanceCaveat }) => (failIfMajorPerformanceCaveat === true ? null : 'Slow'));
    expect(outcome(false)).toBe('software-adapter: Slow');
    stubCanvas(() => null);
    expect(outcome(false)).toBe('missing: no WebGL 2 context');
  });

  it.each(['llvmpipe (LLVM 15.0.7, 256 bits)', 'Microsoft Basic Render Driver', 'Apple Software Renderer'])(
    'knows %s for what it is',
    (name) => expect(isSoftwareRenderer(name)).toBe(true),
  );
  it.each(['Apple M2', 'NVIDIA GeForce RTX 3060', 'Adreno (TM) 650', 'Mesa Intel(R) UHD Graphics'])(
    'takes %s for hardware',
    (name) => expect(isSoftwareRenderer(name)).toBe(false),
  );
});
