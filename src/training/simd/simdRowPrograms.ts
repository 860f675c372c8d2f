import type { RowPrograms } from '../rowPrograms';
import { createSimdCohort } from './simdCohort';
import { hasSimd } from './hasSimd';

/**
 * The fused engine in WebAssembly, for every group of rows.
 * @throws Error where there is no WebAssembly, or none with SIMD
 */
export async function createSimdRowPrograms(): Promise<RowPrograms> {
  if (!(await hasSimd())) throw new Error('no WebAssembly SIMD');
  return createSimdCohort;
}
