/** How the settings of a source are turned, by their words; what goes with another setting only is told here too. */
import type { PresetTasks } from '../../../spec/preset';
import type { SourceKnobId } from '../../../ui/catalogue/sourceFacts';
import { choice, slider, type Control } from '../control';

type SourceName = PresetTasks['source'];

const SHARE = slider(0, 1, 0.05);
const DEGREES: Control = { kind: 'slider', min: 0, max: 180, step: 5, unit: 'degrees' };
/** Rows a slider reaches at least. */
const ROWS: Control = { kind: 'slider', min: 2, max: 5000, scale: 'log', unit: 'rows' };
const HELD_OUT: Control = { kind: 'number', limit: 'samples', unit: 'rows' };

const CONTROLS: Readonly<Partial<Record<SourceKnobId, Control>>> = {
  dimension: { kind: 'number', limit: 'dimension' },
  features: { kind: 'number', limit: 'features' },
  relation: choice('shared', 'private'),
  inputs: choice('own', 'common'),
  samples: ROWS,
  noise: slider(0, 2, 0.05),
  pixelNoise: slider(0, 1, 0.05),
  sign: choice('-1', '1'),
  teacher: choice('linear', 'relu'),
  taskCount: { kind: 'number', limit: 'tasks' },
  singularValues: { kind: 'list', limit: 'singularValue', most: 10 },
  within: DEGREES,
  angle: DEGREES,
  outputs: { kind: 'number', limit: 'outputs' },
  scales: { kind: 'list', limit: 'scale', most: 10 },
  correlation: SHARE,
  innerSteps: { kind: 'number', limit: 'innerSteps', unit: 'steps' },
  keep: slider(0, 1, 0.01),
  tokens: { kind: 'number', limit: 'tokens' },
  lean: SHARE,
  commonShare: SHARE,
  ambiguousShare: SHARE,
  topicalShare: SHARE,
  grammar: choice('common', 'own'),
  exceptions: SHARE,
  images: choice('pair', 'single'),
  units: choice('standard', 'raw'),
  valence: choice('topic', 'independent'),
  meaning: choice('drawn', 'written'),
  validationSamples: HELD_OUT,
  testSamples: HELD_OUT,
};

const SPECIAL: Readonly<Partial<Record<SourceName, Readonly<Partial<Record<SourceKnobId, Control>>>>>> = {
  text: { relation: choice('related', 'scrambled') },
  groups: { teacher: choice('relu', 'quadratic') },
};

/** `null` for a setting that is chosen in a way of its own. */
export function sourceControl(source: SourceName, knob: SourceKnobId): Control | null {
  return SPECIAL[source]?.[knob] ?? CONTROLS[knob] ?? null;
}

/** Whether a setting means something beside the others; each form says so where the setting is described. */
export function isMeant(tasks: PresetTasks, name: string): boolean {
  if (tasks.source === 'capacity') {
    const linear = ['singularValues'];
    const relu = ['relation', 'taskCount', 'features'];
    return !(tasks.teacher === 'linear' ? relu : linear).includes(name);
  }
  if (tasks.source === 'groups') {
    return !(tasks.teacher === 'quadratic' ? ['features'] : ['within', 'angle']).includes(name);
  }
  return true;
}

/** What is turned less often, one click away. */
export const RARE: readonly string[] = [
  ...['dimension', 'features', 'inputs', 'outputs', 'innerSteps', 'validationSamples', 'testSamples'],
];
