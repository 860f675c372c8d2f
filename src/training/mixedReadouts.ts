/** What only networks that mix activations have to show: mixing weights, gates, and the probe of shared features. */
import { tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { MixedContext, MixedNetwork } from '../sharing/mixed/mixedNetwork';
import { constant } from '../tensor/tape';
import type { CohortData, SplitName } from './cohortData';
import { probeDomains } from './domainProbe';
import type { Evaluation } from './events';
import { readBack } from './readBack';

interface MixedState {
  /** [L, P] */
  readonly theta: Tensor;
  /** Inputs [R, n, d] of a split; belong to the surrounding `tidy`. */
  readonly inputs: (split: SplitName) => Tensor;
  /** Whether all tasks see the same inputs in every split. */
  readonly common: boolean;
  /** [U, n or 1, 1] of the test rows. */
  readonly testWeights: Tensor;
}

export async function mixedReadouts(
  data: CohortData,
  network: MixedNetwork,
  { theta, inputs, common, testWeights }: MixedState,
): Promise<Partial<Evaluation>> {
  const context = (split: SplitName, rowWeights: Tensor | null): MixedContext => {
    return { theta: constant(theta), inputs: inputs(split), common, rowWeights };
  };
  const shared = async (split: SplitName) => {
    const features = tidy(() => network.forward(context(split, null)).shared?.value.clone());
    return features && { shape: features.shape, values: await readBack(features) };
  };
  const { mixing } = network;
  const measured = mixing ? { mixing: await readBack(tidy(() => mixing(context('test', testWeights)))) } : {};
  const train = await shared('train');
  const test = train && (await shared('test'));
  return test ? { ...measured, probe: probeDomains(data, train, test) } : measured;
}
