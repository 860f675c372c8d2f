/** Rate factors of the columns, and the steps at which the optimizer begins afresh, as the phases of a network ask. */
import { tensor3d, type Tensor } from '@tensorflow/tfjs-core';
import type { Phase } from '../sharing/mixed/mixedNetwork';

export interface PhaseTable {
  /** `rates` [1,1,P] multiply the learning rate; `moving` [1,1,P] is 0 on frozen columns, else 1. `null`: nothing special. */
  factorsAt(step: number): { readonly rates: Tensor; readonly moving: Tensor } | null;
  /** First step of the phase that `step` belongs to; with it the optimizer begins afresh. */
  startOf(step: number): number;
  dispose(): void;
}

/** @param phases ordered, the first from step 0. */
export function createPhaseTable(phases: readonly Phase[]): PhaseTable {
  const tables = phases.map(({ rateFactors }) => {
    if (!rateFactors || rateFactors.every((factor) => factor === 1)) return null;
    const shape: [number, number, number] = [1, 1, rateFactors.length];
    return {
      rates: tensor3d(Float32Array.from(rateFactors), shape),
      moving: tensor3d(
        rateFactors.map((factor) => (factor === 0 ? 0 : 1)),
        shape,
      ),
    };
  });
  const indexAt = (step: number): number => phases.findLastIndex((phase) => phase.from <= step);
  return {
    factorsAt: (step) => tables[indexAt(step)] ?? null,
    startOf: (step) => phases[indexAt(step)]?.from ?? 0,
    dispose() {
      for (const table of tables) {
        table?.rates.dispose();
        table?.moving.dispose();
      }
    },
  };
}
