/** Whether a resolved experiment stays within what a browser can hold, and its numbers agree. Counts, never allocates. */
import { layerCount, type ExperimentSpec } from '../experiment';
import { LIMITS } from '../limits';
import { countSizes } from '../sizes';
import type { SpecProblem } from '../specProblem';
import { splitRows } from '../taskShapes';

const EXPERIMENT = 'experiment';

export function checkSpec(spec: ExperimentSpec): readonly SpecProblem[] {
  return [...checkDepth(spec), ...checkBatch(spec), ...checkGradients(spec), ...checkProbes(spec), ...checkSizes(spec)];
}

function checkDepth(spec: ExperimentSpec): readonly SpecProblem[] {
  const found = layerCount(spec.model);
  const { min, max } = LIMITS.layers;
  return found <= max ? [] : [{ path: [EXPERIMENT, 'model'], code: 'layers-total', params: { found, min, max } }];
}

function checkBatch(spec: ExperimentSpec): readonly SpecProblem[] {
  const found = spec.training.batch;
  const max = Math.min(...spec.points.flatMap((point) => splitRows(point.tasks).map((rows) => rows.train)));
  return found === null || found <= max
    ? []
    : [{ path: [EXPERIMENT, 'training', 'batch'], code: 'batch-too-large', params: { found, min: 1, max } }];
}

function checkGradients(spec: ExperimentSpec): readonly SpecProblem[] {
  return spec.evaluation.gradients && spec.model.trunk.length === 0
    ? [{ path: [EXPERIMENT, 'evaluation', 'gradients'], code: 'no-trunk-gradients', params: {} }]
    : [];
}

/** Both of these are measured on the trunk. */
function checkProbes(spec: ExperimentSpec): readonly SpecProblem[] {
  const { probes } = spec.evaluation;
  return spec.model.trunk.length > 0
    ? []
    : probes.flatMap((found, index) =>
        found === 'affinity' || found === 'interpolation'
          ? [{ path: [EXPERIMENT, 'evaluation', 'probes', index], code: 'probe-needs-trunk', params: { found } }]
          : [],
      );
}

/** The factors go along, so that the message can say which number to lower. */
function checkSizes(spec: ExperimentSpec): readonly SpecProblem[] {
  const sizes = countSizes(spec);
  const factors = { points: spec.points.length, arms: spec.arms.length, seeds: spec.seeds.length };
  const over = (code: SpecProblem['code'], found: number, max: number): readonly SpecProblem[] =>
    found <= max ? [] : [{ path: [EXPERIMENT], code, params: { found, max, ...factors } }];
  return [
    ...over('too-many-lanes', sizes.lanes, LIMITS.lanes.max),
    ...over('too-many-parameters', sizes.parameters, LIMITS.parameters.max),
    ...over('too-much-data', sizes.dataNumbers, LIMITS.dataNumbers.max),
    ...over('record-too-large', sizes.recordNumbers, LIMITS.recordNumbers.max),
  ];
}
