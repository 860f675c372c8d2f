/** Storage buffers of a WebGPU device, and the way back to the host. */

/** A storage buffer of at least `numbers` numbers of four bytes; a device wants none to be empty. */
export function storageBuffer(device: GPUDevice, numbers: number): GPUBuffer {
  const { STORAGE, COPY_DST, COPY_SRC } = GPUBufferUsage;
  return device.createBuffer({ size: Math.max(16, numbers * 4), usage: STORAGE | COPY_DST | COPY_SRC });
}

/** Copies the first `numbers` numbers of a buffer to another, after all that is queued. */
export function copyNumbers(device: GPUDevice, from: GPUBuffer, to: GPUBuffer, numbers: number): void {
  const encoder = device.createCommandEncoder();
  encoder.copyBufferToBuffer(from, 0, to, 0, numbers * 4);
  device.queue.submit([encoder.finish()]);
}

/** The first `numbers` numbers of a buffer, as everything queued so far leaves them. */
export async function readNumbers(device: GPUDevice, from: GPUBuffer, numbers: number): Promise<Float32Array> {
  const staging = device.createBuffer({
    size: numbers * 4,
    usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
  });
  try {
    copyNumbers(device, from, staging, numbers);
    await staging.mapAsync(GPUMapMode.READ);
    return new Float32Array(staging.getMappedRange().slice(0));
  } finally {
    staging.destroy();
  }
}
