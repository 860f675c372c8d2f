import type { MethodId } from '../../../ui/catalogue/methodId';
import type { KnobId } from '../../../ui/catalogue/methodFacts';
import { choice, logSlider, slider, zeroLogSlider, type Control } from '../control';

const UNIT_STEP = 0.05;

/** How the settings of methods are turned, by their words. What is chosen in another way (tasks, groups, layers) is not here. */
const CONTROLS: Readonly<Partial<Record<KnobId, Control>>> = {
  lambda: zeroLogSlider(1e-4, 1e6),
  on: choice('trunk', 'all'),
  coupling: choice('auto', 'gradient', 'proximal'),
  innerSteps: { kind: 'number', limit: 'innerSteps', unit: 'steps' },
  outerRate: logSlider(1e-3, 10),
  annealOver: { kind: 'number', limit: 'steps', unit: 'steps' },
  same: slider(0, 1, UNIT_STEP),
  rateFactor: zeroLogSlider(0.1, 1000),
  subspaces: { kind: 'number', limit: 'subspaces' },
  orthogonality: zeroLogSlider(1e-3, 100),
  adversary: zeroLogSlider(1e-3, 100),
  discriminatorSteps: { kind: 'number', limit: 'innerSteps', unit: 'steps' },
  discriminatorRate: logSlider(1e-5, 1),
  experts: { kind: 'number', limit: 'experts' },
  ownExperts: { kind: 'number', limit: 'experts' },
  units: { kind: 'number', limit: 'units', unit: 'units' },
  levels: { kind: 'number', limit: 'levels' },
  rank: { kind: 'number', limit: 'rank' },
  trunkSteps: { kind: 'number', limit: 'steps', unit: 'steps' },
  // The fifth form, `revised`, is a method of its own here.
  form: choice('log-variance', 'unhalved', 'classification', 'misread'),
  weightRate: logSlider(1e-4, 1),
  start: choice('first-loss', 'zero'),
  averagedOver: { kind: 'number', limit: 'dwaEvery', unit: 'steps' },
  alpha: slider(0, 10, 0.1),
  c: { kind: 'number', limit: 'cagradRadius', step: 0.1 },
  newest: slider(0, 1, UNIT_STEP),
  decay: zeroLogSlider(1e-5, 1),
  floor: logSlider(1e-12, 1),
  scale: slider(0, 10, UNIT_STEP),
  keep: slider(0.01, 1, 0.01),
  fusionSteps: { kind: 'number', limit: 'fusionSteps', unit: 'steps' },
  fusionRate: logSlider(1e-4, 10),
  learningRate: logSlider(1e-5, 10),
  sparsity: slider(0, 1, UNIT_STEP),
  bits: { kind: 'number', limit: 'bits' },
  every: { kind: 'number', limit: 'scheduleEvery', unit: 'steps' },
  factor: { kind: 'number', limit: 'scheduleFactor', step: 0.1 },
  scheduleFloor: slider(0, 1, UNIT_STEP),
  warmup: { kind: 'number', limit: 'steps', unit: 'steps' },
};

/** Of one method only. */
const SPECIAL: Readonly<Partial<Record<MethodId, Readonly<Partial<Record<KnobId, Control>>>>>> = {
  'balancing.dwa': { temperature: logSlider(0.05, 100) },
  'balancing.sampling': { temperature: logSlider(0.1, 1e6) },
};

/** `null` for a setting that is chosen in a way of its own. */
export function methodControl(method: MethodId, knob: KnobId): Control | null {
  return SPECIAL[method]?.[knob] ?? CONTROLS[knob] ?? null;
}
