import { BackendRefused } from './backendRefused';
import { isSoftwareRenderer } from './softwareRenderer';

export interface WebglContext {
  readonly canvas: OffscreenCanvas;
  readonly gl: WebGL2RenderingContext;
  readonly renderer: string;
}

/** As TensorFlow.js asks for them: nothing is drawn, only computed. */
const ATTRIBUTES = {
  alpha: false,
  antialias: false,
  premultipliedAlpha: false,
  preserveDrawingBuffer: false,
  depth: false,
  stencil: false,
};

/**
 * A WebGL 2 context of our own, so that its loss can be heard, and so that Safari's workers have one
 * (TensorFlow.js does not try OffscreenCanvas there).
 * @throws BackendRefused `missing` without WebGL 2, `software-adapter` for a software renderer unless `forced`.
 */
export function createWebglContext(forced: boolean): WebglContext {
  if (typeof OffscreenCanvas === 'undefined') throw new BackendRefused('missing', 'no OffscreenCanvas');
  const canvas = new OffscreenCanvas(300, 150);
  const gl = canvas.getContext('webgl2', { ...ATTRIBUTES, failIfMajorPerformanceCaveat: !forced });
  if (gl === null) throw refusal(forced);
  const renderer = rendererName(gl);
  if (!forced && isSoftwareRenderer(renderer)) throw new BackendRefused('software-adapter', renderer);
  return { canvas, gl, renderer };
}

/** Tells "no WebGL" from "only slow WebGL", which the first request cannot. */
function refusal(forced: boolean): BackendRefused {
  const slow = forced ? null : new OffscreenCanvas(1, 1).getContext('webgl2', ATTRIBUTES);
  return slow === null
    ? new BackendRefused('missing', 'no WebGL 2 context')
    : new BackendRefused('software-adapter', rendererName(slow));
}

function rendererName(gl: WebGL2RenderingContext): string {
  // Firefox gives the name without the extension, and warns when it is asked for.
  const plain = String(gl.getParameter(gl.RENDERER));
  if (plain !== 'WebKit WebGL') return plain;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return info === null ? plain : String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL));
}
