/** Every activation of the hidden units, for all fused backends. Adding one to `Activation` without a line here does not compile. */
import type { Activation } from '../spec/experiment';
import type { Algebra } from './algebra';
import { tanh } from './elementary';

export interface FusedActivation {
  /** activation(z); of zero it is zero, since units that only fill up a vector must stay silent. */
  readonly forward: <E>(m: Algebra<E>, z: E) => E;
  /** upstream * activation'(z), in terms of the *output* h = activation(z). */
  readonly backward: <E>(m: Algebra<E>, upstream: E, h: E) => E;
}

export const FUSED_ACTIVATIONS: Readonly<Record<Activation, FusedActivation>> = {
  linear: { forward: (_, z) => z, backward: (_, upstream) => upstream },
  relu: {
    forward: (m, z) => m.max(z, m.constant(0)),
    backward: (m, upstream, h) => m.choose(h, m.constant(0), upstream, m.constant(0)),
  },
  tanh: {
    forward: tanh,
    backward: (m, upstream, h) => m.let(upstream, (u) => m.let(h, (y) => m.sub(u, m.mul(u, m.mul(y, y))))),
  },
};
