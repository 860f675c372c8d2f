import type { OptimizerSpec } from '../../spec/experiment';
import { adam } from './adam';
import { momentum } from './momentum';
import type { Optimizer } from './optimizer';
import { sgd } from './sgd';

/** The update rule that a spec names. */
export function createOptimizer(spec: OptimizerSpec): Optimizer {
  switch (spec.kind) {
    case 'sgd':
      return sgd;
    case 'momentum':
      return momentum(spec.momentum);
    case 'adam':
      return adam(spec.beta1, spec.beta2, spec.epsilon);
  }
}
