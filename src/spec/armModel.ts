/** The network of one arm at one point: the model, in the width that the arm or the point asks for. */
import type { ArmSpec, ExperimentSpec, ModelSpec, PointSpec } from './experiment';
import type { Scheme } from './scheme';

/** The model with trunk layers of `width` units; as it is for `null`. */
export function widenedModel(model: ModelSpec, width: number | null): ModelSpec {
  return width === null ? model : { ...model, trunk: model.trunk.map((layer) => ({ ...layer, units: width })) };
}

/** An arm's own width comes before the point's. */
export function armModel(
  spec: Pick<ExperimentSpec, 'model'>,
  point: Pick<PointSpec, 'width'> | undefined,
  arm: Pick<ArmSpec, 'width'>,
): ModelSpec {
  return widenedModel(spec.model, arm.width ?? point?.width ?? null);
}

/** The way of sharing at the end of the arm's timeline. */
export function lastScheme(arm: Pick<ArmSpec, 'scheme' | 'timeline'>): Scheme {
  return arm.timeline.reduce<Scheme>((scheme, event) => (event.do === 'scheme' ? event.scheme : scheme), arm.scheme);
}
