/** The state of a cohort in the memory of the kernels; on the way out and in, numbers that only fill up vectors are dropped. */
import type { Balancer } from '../balancer';
import type { PaddedRows } from '../fusedTables/paddedRows';
import type { Program } from '../program';
import type { SimdMemory } from './simdMemory';
import type { SimdRows } from './simdRows';

export type SimdState = Pick<Program, 'lengths' | 'theta' | 'save' | 'restore' | 'hold'>;

export function createSimdState(
  memory: SimdMemory,
  parts: SimdRows,
  rows: PaddedRows,
  balancer: Balancer | null,
): SimdState {
  const views = parts.parts.map((part) => memory.floats(part));
  const [theta = new Float32Array(0)] = views;
  const remember = (saved: Float32Array | undefined): void => {
    if (balancer && saved) balancer.memory = Float32Array.from(saved);
  };
  const plainLength = rows.trim(theta).length;
  /** Arrays of released states, to be used again: a run sets its state aside at every evaluation. */
  const spare: Float32Array<ArrayBuffer>[][] = [];

  return {
    lengths: [...views.map(() => plainLength), ...(balancer ? [balancer.memory.length] : [])],
    theta: () => Promise.resolve(rows.trim(theta)),
    save() {
      const arrays = views.map((view) => rows.trim(view));
      return Promise.resolve(balancer ? [...arrays, balancer.memory.slice()] : arrays);
    },
    restore(arrays) {
      views.forEach((view, index) => view.set(rows.pad(arrays[index] ?? new Float32Array(0))));
      remember(arrays[views.length]);
    },
    hold() {
      const kept = spare.pop() ?? views.map((view) => new Float32Array(view.length));
      kept.forEach((array, index) => array.set(views[index] ?? []));
      const remembered = balancer?.memory.slice();
      return {
        theta: () => Promise.resolve(rows.trim(kept[0] ?? theta)),
        restore() {
          views.forEach((view, index) => view.set(kept[index] ?? []));
          remember(remembered);
        },
        release: () => {
          spare.push(kept);
        },
      };
    },
  };
}
