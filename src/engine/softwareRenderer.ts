/** Renderers that compute on the CPU while looking like a GPU. They train slower than the wasm backend. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|lavapipe|basic render|software|\bwarp\b/i;

/** Whether an adapter's or a renderer's description names a software implementation. */
export function isSoftwareRenderer(description: string): boolean {
  return SOFTWARE.test(description);
}
