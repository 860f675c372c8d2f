/** The presets that ship with the lab. They are small and come with the page. A new one: its file, and one line in each list. */
import { parsePreset } from '../spec/parsePreset';
import type { Preset } from '../spec/preset';
import { SpecProblemError } from '../spec/specProblem';
import affinityEarly from './affinity-early.json';
import angleLinear from './angle-linear.json';
import bringYourOwn from './bring-your-own.json';
import capacityLinear from './capacity-linear.json';
import capacityRelu from './capacity-relu.json';
import compareCohort from './compare-cohort.json';
import compression from './compression.json';
import crossStitchDial from './cross-stitch-dial.json';
import digitsOverlap from './digits-overlap.json';
import digitsSingle from './digits-single.json';
import earlyStopping from './early-stopping.json';
import fewLabels from './few-labels.json';
import firstLook from './first-look.json';
import forgetting from './forgetting.json';
import fuseSameBase from './fuse-same-base.json';
import glyphsSurgery from './glyphs-surgery.json';
import groups from './groups.json';
import imbalanceAdviceBackfires from './imbalance-advice-backfires.json';
import imbalanceAdviceHolds from './imbalance-advice-holds.json';
import importantFirst from './important-first.json';
import lambdaByCrossValidation from './lambda-by-cross-validation.json';
import landscapeMethods from './landscape-methods.json';
import languagesTransfer from './languages-transfer.json';
import largeLambda from './large-lambda.json';
import lineBetweenTrunks from './line-between-trunks.json';
import lossScales from './loss-scales.json';
import lossScalesGradients from './loss-scales-gradients.json';
import lowRankAdapters from './low-rank-adapters.json';
import mixtureOfExperts from './mixture-of-experts.json';
import negated from './negated.json';
import pairTraining from './pair-training.json';
import penguins from './penguins.json';
import penguinsFewLabels from './penguins-few-labels.json';
import phaseDiagram from './phase-diagram.json';
import relatedHelpers from './related-helpers.json';
import reptileSinusoids from './reptile-sinusoids.json';
import sameTask from './same-task.json';
import samplesTrend from './samples-trend.json';
import schedules from './schedules.json';
import searchRateLambda from './search-rate-lambda.json';
import sharedPrivateDomains from './shared-private-domains.json';
import taskSampling from './task-sampling.json';
import textScrambled from './text-scrambled.json';
import textThreeTasks from './text-three-tasks.json';
import traceNorm from './trace-norm.json';
import twoDigitsGlyphs from './two-digits-glyphs.json';
import uncertaintyRecoversNoise from './uncertainty-recovers-noise.json';
import unrelatedHelpers from './unrelated-helpers.json';
import weather from './weather.json';

/** In the order in which a menu shows them: from the first look to the special. */
export const presetIds = [
  'first-look',
  'penguins',
  'penguins-few-labels',
  'few-labels',
  'related-helpers',
  'unrelated-helpers',
  'angle-linear',
  'same-task',
  'negated',
  'capacity-linear',
  'capacity-relu',
  'trace-norm',
  'phase-diagram',
  'samples-trend',
  'large-lambda',
  'imbalance-advice-holds',
  'imbalance-advice-backfires',
  'task-sampling',
  'search-rate-lambda',
  'lambda-by-cross-validation',
  'fuse-same-base',
  'line-between-trunks',
  'early-stopping',
  'schedules',
  'compression',
  'forgetting',
  'loss-scales',
  'loss-scales-gradients',
  'uncertainty-recovers-noise',
  'groups',
  'pair-training',
  'affinity-early',
  'important-first',
  'text-three-tasks',
  'two-digits-glyphs',
  'glyphs-surgery',
  'shared-private-domains',
  'languages-transfer',
  'low-rank-adapters',
  'landscape-methods',
  'weather',
  'reptile-sinusoids',
  'text-scrambled',
  'cross-stitch-dial',
  'digits-single',
  'mixture-of-experts',
  'digits-overlap',
  'bring-your-own',
  'compare-cohort',
] as const;

export type PresetId = (typeof presetIds)[number];

/** As shipped; an id without a file, or a file without an id, is a type error. */
const FILES: Readonly<Record<PresetId, unknown>> = {
  'affinity-early': affinityEarly,
  'angle-linear': angleLinear,
  'bring-your-own': bringYourOwn,
  'capacity-linear': capacityLinear,
  'capacity-relu': capacityRelu,
  'compare-cohort': compareCohort,
  compression,
  'cross-stitch-dial': crossStitchDial,
  'digits-overlap': digitsOverlap,
  'digits-single': digitsSingle,
  'early-stopping': earlyStopping,
  'few-labels': fewLabels,
  'first-look': firstLook,
  forgetting,
  'fuse-same-base': fuseSameBase,
  'glyphs-surgery': glyphsSurgery,
  groups,
  'imbalance-advice-backfires': imbalanceAdviceBackfires,
  'imbalance-advice-holds': imbalanceAdviceHolds,
  'important-first': importantFirst,
  'lambda-by-cross-validation': lambdaByCrossValidation,
  'landscape-methods': landscapeMethods,
  'languages-transfer': languagesTransfer,
  'large-lambda': largeLambda,
  'line-between-trunks': lineBetweenTrunks,
  'loss-scales': lossScales,
  'loss-scales-gradients': lossScalesGradients,
  'low-rank-adapters': lowRankAdapters,
  'mixture-of-experts': mixtureOfExperts,
  negated,
  'pair-training': pairTraining,
  penguins,
  'penguins-few-labels': penguinsFewLabels,
  'phase-diagram': phaseDiagram,
  'related-helpers': relatedHelpers,
  'reptile-sinusoids': reptileSinusoids,
  'same-task': sameTask,
  'samples-trend': samplesTrend,
  schedules,
  'search-rate-lambda': searchRateLambda,
  'shared-private-domains': sharedPrivateDomains,
  'task-sampling': taskSampling,
  'text-scrambled': textScrambled,
  'text-three-tasks': textThreeTasks,
  'trace-norm': traceNorm,
  'two-digits-glyphs': twoDigitsGlyphs,
  'uncertainty-recovers-noise': uncertaintyRecoversNoise,
  'unrelated-helpers': unrelatedHelpers,
  weather: weather,
};

const parsed = new Map<PresetId, Preset>();

export function isPresetId(id: string): id is PresetId {
  return Object.hasOwn(FILES, id);
}

/**
 * The preset, checked on first use by the same parser that strangers' presets go through.
 * @throws SpecProblemError when a shipped file is faulty, which a test rules out
 */
export function presetById(id: PresetId): Preset {
  const known = parsed.get(id);
  if (known !== undefined) return known;
  const parsing = parsePreset(FILES[id]);
  if (!parsing.ok) throw new SpecProblemError(parsing.problems);
  parsed.set(id, parsing.preset);
  return parsing.preset;
}
