/** What most arms and points leave as it is. To be spread into specs that are written out in code. */
import type { ArmSpec, PointSpec } from './experiment';

/** No balancing beyond the task weights, one phase, the model's width. */
export const PLAIN_ARM: Pick<ArmSpec, 'balancing' | 'timeline' | 'width' | 'label'> = {
  balancing: { kind: 'static' },
  timeline: [],
  width: null,
  label: null,
};

/** The model's width, the source's own split. */
export const PLAIN_POINT: Pick<PointSpec, 'width' | 'fold'> = { width: null, fold: null };
