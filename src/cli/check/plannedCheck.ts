import { countSizes } from '../../spec/sizes';
import type { ExperimentSpec } from '../../spec/experiment';
import type { Preset } from '../../spec/preset';
import { resolve } from '../../spec/resolve';
import { splitRows } from '../../spec/taskShapes';
import type { CliContext } from '../context';
import type { Command } from '../parseCommand';
import { resolvePreset } from '../readPreset';

export type CheckCommand = Extract<Command, { name: 'check' }>;

export interface PlannedCheck {
  /** As the caller wrote it: an id, or a file. */
  readonly name: string;
  readonly preset: Preset;
  /** With the seeds and steps of this check. */
  readonly spec: ExperimentSpec;
}

/** Fewest seeds from which an interval says something, and from which it may be cited. */
const quickSeeds = 6;
const fullSeeds = 20;

/**
 * A full check has the preset's own seeds, but at least 20; a quick one what the preset says, else 6 and all steps.
 * The command line outranks both. @throws InputError
 */
export function planCheck(name: string, preset: Preset, command: CheckCommand, context: CliContext): PlannedCheck {
  const own = resolve(preset).seeds.length;
  const { quick = {} } = preset;
  const planned = command.quick
    ? { seeds: quick.seeds ?? Math.min(quickSeeds, own), steps: quick.steps ?? null }
    : { seeds: Math.max(fullSeeds, own), steps: null };
  const options = { seeds: command.seeds ?? planned.seeds, steps: command.steps ?? planned.steps };
  return { name, preset, spec: resolvePreset(preset, options, context) };
}

/** Work of a training, in multiplications or so: enough to begin with the longest. */
export function workOf(spec: ExperimentSpec): number {
  const source = spec.points[0]?.tasks;
  const train = source === undefined ? [] : splitRows(source).map((rows) => rows.train);
  const rows = spec.training.batch ?? Math.max(1, ...train);
  return countSizes(spec).parameters * spec.training.steps * rows;
}
