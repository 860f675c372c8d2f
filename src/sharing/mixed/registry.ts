/** Every scheme that mixes activations and its network. A new kind in `spec/scheme.ts` without a line here does not compile. */
import type { MixedScheme } from '../../spec/scheme';
import { adaptersNetwork } from './adapters';
import { crossStitchNetwork } from './crossStitch';
import { expertsNetwork } from './experts';
import type { MixedNetwork, MixedSetting } from './mixedNetwork';
import { sharedPrivateNetwork } from './sharedPrivate';
import { sluiceNetwork } from './sluice';

/**
 * Builds the network of a scheme, with constants on the current TensorFlow.js backend; call outside of tidy.
 * @throws RangeError naming what does not fit the model.
 */
export function mixedNetwork(scheme: MixedScheme, setting: MixedSetting): MixedNetwork {
  switch (scheme.kind) {
    case 'cross-stitch':
      return crossStitchNetwork(scheme, setting);
    case 'sluice':
      return sluiceNetwork(scheme, setting);
    case 'shared-private':
      return sharedPrivateNetwork(scheme, setting);
    case 'experts':
      return expertsNetwork(scheme, setting);
    case 'adapters':
      return adaptersNetwork(scheme, setting);
  }
}
