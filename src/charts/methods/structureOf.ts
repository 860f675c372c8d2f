import type { Scheme } from '../../spec/scheme';
import { adaptersStructure, expertsStructure, sharedPrivateStructure, stitchStructure } from './mixedStructures';
import { aloneStructure, hardStructure, softStructure } from './rowStructures';
import type { Structure } from './structure';

/**
 * The network of a scheme as boxes and lines.
 * @param layers of the trunk; experts count as one layer whatever it is.
 */
export function structureOf(scheme: Scheme, tasks: number, layers: number): Structure {
  switch (scheme.kind) {
    case 'alone':
      return aloneStructure(tasks, layers);
    case 'hard':
      return hardStructure(tasks, layers, scheme.groups);
    case 'soft':
      return softStructure(tasks, layers);
    case 'meta':
      // Between its steps every task has the common start: one trunk.
      return hardStructure(tasks, layers, null);
    case 'cross-stitch':
      return stitchStructure(tasks, layers, false);
    case 'sluice':
      return stitchStructure(tasks, layers, true);
    case 'shared-private':
      return sharedPrivateStructure(tasks, layers, scheme.adversary > 0);
    case 'experts':
      return expertsStructure(tasks, scheme);
    case 'adapters':
      return adaptersStructure(tasks, layers);
  }
}
