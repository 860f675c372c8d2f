import { assembleModule } from '../../fused/wasm/module';
import { f32x4, I32 } from '../../fused/wasm/instructions';

/** Whether modules with 128-bit vectors can be started here. */
export async function hasSimd(): Promise<boolean> {
  if (typeof WebAssembly !== 'object') return false;
  const probe = assembleModule([
    {
      name: 'probe',
      write(scope) {
        const address = scope.param(I32).get;
        return f32x4.store(address, f32x4.load(address));
      },
    },
  ]);
  try {
    // Compiled, not only validated: the page's policy may forbid it.
    await WebAssembly.compile(probe);
    return true;
  } catch {
    return false;
  }
}
