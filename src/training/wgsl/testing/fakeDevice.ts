/** A WebGPU device that keeps numbers and counts calls, and computes nothing. Not part of the product. */

class FakeBuffer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  destroyed = false;
  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }
  destroy(): void {
    this.destroyed = true;
  }
  async mapAsync(): Promise<void> {
    await Promise.resolve();
  }
  getMappedRange(): ArrayBuffer {
    return this.bytes.buffer;
  }
}

export interface FakeDevice {
  readonly device: GPUDevice;
  /** Names of the methods of WebGPU that were called, in order. */
  readonly calls: string[];
  readonly buffers: readonly FakeBuffer[];
  /** Code of the shaders that were compiled. */
  readonly shaders: readonly string[];
}

const LIMITS = {
  maxComputeWorkgroupsPerDimension: 65_535,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupStorageSize: 16_384,
  maxStorageBuffersPerShaderStage: 8,
  maxStorageBufferBindingSize: 1 << 27,
  maxBufferSize: 1 << 28,
};

/** The values of WebGPU's own enumerations, which do not exist in Node. */
export const GPU_GLOBALS = {
  GPUBufferUsage: { MAP_READ: 1, COPY_SRC: 4, COPY_DST: 8, STORAGE: 128 },
  GPUMapMode: { READ: 1 },
} as const;

function writeBytes(
  target: FakeBuffer,
  offset: number,
  data: ArrayBuffer | ArrayBufferView,
  first = 0,
  count?: number,
) {
  const width = data instanceof Float32Array || data instanceof Uint32Array ? 4 : 1;
  const [buffer, begin, all] = ArrayBuffer.isView(data)
    ? [data.buffer, data.byteOffset, data.byteLength]
    : [data, 0, data.byteLength];
  const length = count === undefined ? all - first * width : count * width;
  target.bytes.set(new Uint8Array(buffer, begin + first * width, length), offset);
}

export function fakeDevice(limits: Partial<typeof LIMITS> = {}): FakeDevice {
  const calls: string[] = [];
  const buffers: FakeBuffer[] = [];
  const shaders: string[] = [];
  const counted = <T extends object>(methods: T): T =>
    new Proxy(methods, {
      get(target, name, self) {
        const found: unknown = Reflect.get(target, name, self);
        if (typeof found === 'function') calls.push(String(name));
        return found;
      },
    });
  const encoder = () =>
    counted({
      beginComputePass: () => counted({ setPipeline() {}, setBindGroup() {}, dispatchWorkgroups() {}, end() {} }),
      copyBufferToBuffer(from: FakeBuffer, at: number, to: FakeBuffer, offset: number, size: number) {
        to.bytes.set(from.bytes.subarray(at, at + size), offset);
      },
      finish: () => ({}),
    });
  const device = counted({
    limits: { ...LIMITS, ...limits },
    queue: counted({ writeBuffer: writeBytes, submit() {}, onSubmittedWorkDone: () => Promise.resolve() }),
    createBuffer({ size }: { readonly size: number }) {
      const buffer = new FakeBuffer(size);
      buffers.push(buffer);
      return buffer;
    },
    createShaderModule({ code }: { readonly code: string }) {
      shaders.push(code);
      return {};
    },
    createComputePipeline: () => ({ getBindGroupLayout: () => ({}) }),
    createBindGroup: () => ({}),
    createCommandEncoder: encoder,
  });
  return { device: device as unknown as GPUDevice, calls, buffers, shaders };
}
