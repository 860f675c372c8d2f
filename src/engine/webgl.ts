import { env } from '@tensorflow/tfjs-core';
import type { DriverOptions, LiveBackend } from './liveBackend';
import { createLossSignal } from './lossSignal';
import { forgetBackend, replaceBackend } from './replaceBackend';
import { createWebglContext } from './webglContext';

/** Above this many bytes freed textures are deleted instead of kept for reuse: architectures come and go in a lab. */
const KEEP_TEXTURES_BYTES = 128 * 1024 * 1024;

/** WebGL 2 on a context of our own. TensorFlow.js itself goes on computing garbage after `webglcontextlost`. */
export async function openWebgl(options: DriverOptions): Promise<LiveBackend> {
  const { canvas, gl, renderer } = createWebglContext(options.forced);
  const { MathBackendWebGL, setWebGLContext } = await import('@tensorflow/tfjs-backend-webgl');
  const loss = createLossSignal();
  canvas.addEventListener('webglcontextlost', (event) => {
    // Keeps the canvas restorable; the restored context is not used, the worker is thrown away.
    event.preventDefault();
    loss.report({ kind: 'lost', detail: 'webglcontextlost' });
  });
  // Where a small tensor is computed would depend on its history: bits would change after a resume.
  env().set('WEBGL_CPU_FORWARD', false);
  // One shader per operation instead of one per shape: those compiled by the self-test serve the run.
  env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
  env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', KEEP_TEXTURES_BYTES);
  setWebGLContext(2, gl);
  const { repairWebglMatMul } = await import('./webglMatMul');
  repairWebglMatMul();
  await replaceBackend('webgl', () => new MathBackendWebGL());
  const extension = gl.getExtension('WEBGL_lose_context');
  return {
    detail: renderer,
    lost: loss.lost,
    isLost: () => loss.isLost() || gl.isContextLost(),
    lose: () => extension?.loseContext(),
    dispose: () => {
      loss.silence();
      forgetBackend('webgl');
      extension?.loseContext();
    },
  };
}
