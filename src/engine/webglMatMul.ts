/**
 * Repairs matrix products of the WebGL backend of TensorFlow.js 4.22. It stores 2 x 2 numbers per texel and sums whole
 * texels; when the summed axis is odd, the last texel is half outside. What lies there is not always zero: adding a
 * bias [R, 1, o] to activations [R, n, o] with odd n writes the bias there, and the product adds it (seen as weight
 * gradients that are wrong by some percent for odd batches, and only from the second step on, when biases are not zero).
 */
import { getKernel, registerKernel, unregisterKernel, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import { MathBackendWebGL, type GPGPUProgram } from '@tensorflow/tfjs-backend-webgl';

const repaired = new WeakSet<KernelConfig>();

/** Puts a product that leaves out what lies outside in the place of the library's, for odd summed axes of rank-3 tensors. */
export function repairWebglMatMul(): void {
  const library = getKernel('BatchMatMul', 'webgl');
  if (repaired.has(library)) return;
  const repair: KernelConfig = {
    ...library,
    kernelFunc: (params) => {
      const { inputs, backend, attrs } = params;
      const { a, b } = inputs;
      const program = a && b && oddProduct(a, b, attrs?.transposeA === true, attrs?.transposeB === true);
      if (!program || !(backend instanceof MathBackendWebGL)) return library.kernelFunc(params);
      return backend.runWebGLProgram(program, [a, b], 'float32');
    },
  };
  unregisterKernel('BatchMatMul', 'webgl');
  registerKernel(repair);
  repaired.add(repair);
}

/** [R,m,k] x [R,k,n] with odd k, the last two axes of either transposed first; `null` when the library does it right. */
function oddProduct(a: TensorInfo, b: TensorInfo, transposeA: boolean, transposeB: boolean): GPGPUProgram | null {
  const [batchA = 0, a1 = 0, a2 = 0] = a.shape;
  const [batchB = 0, b1 = 0, b2 = 0] = b.shape;
  const shared = transposeA ? a1 : a2;
  if (a.shape.length !== 3 || b.shape.length !== 3 || batchA !== batchB || shared % 2 === 0) return null;
  const texels = (shared + 1) / 2;
  // A texel holds (row, col), (row, col + 1), (row + 1, col), (row + 1, col + 1) in x, y, z, w.
  const [aAt, aLast, a0, aNext] = transposeA
    ? ['2 * i, rc.y', 'zw', 'xxyy', 'zzww']
    : ['rc.y, 2 * i', 'yw', 'xxzz', 'yyww'];
  const [bAt, bLast, b0, bNext] = transposeB
    ? ['rc.z, 2 * i', 'yw', 'xzxz', 'ywyw']
    : ['2 * i, rc.z', 'zw', 'xyxy', 'zwzw'];
  return {
    variableNames: ['matrixA', 'matrixB'],
    packedInputs: true,
    packedOutput: true,
    outputShape: [batchA, transposeA ? a2 : a1, transposeB ? b1 : b2],
    userCode: `
      void main() {
        ivec3 rc = getOutputCoords();
        vec4 result = vec4(0);
        for (int i = 0; i < ${texels}; i++) {
          vec4 a = getMatrixA(rc.x, ${aAt});
          vec4 b = getMatrixB(rc.x, ${bAt});
          if (i == ${texels - 1}) {
            a.${aLast} = vec2(0);
            b.${bLast} = vec2(0);
          }
          result += a.${a0} * b.${b0};
          result += a.${aNext} * b.${bNext};
        }
        setOutput(result);
      }
    `,
  };
}
