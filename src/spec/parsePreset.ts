/** The one door through which presets come in: files, links, the editor, the built-in ones. */
import { checkPromises } from './checks/checkPromises';
import { deepFreeze } from './deepFreeze';
import { inspectValue } from './inspectValue';
import { LIMITS } from './limits';
import { presetSchema, type Preset } from './preset';
import { readJson } from './readJson';
import { resolveExperiment } from './resolve';
import { showFound } from './showFound';
import type { SpecProblem } from './specProblem';
import { utf8Length } from './utf8Length';
import { zodProblems } from './zodProblems';

export type PresetParsing =
  { readonly ok: true; readonly preset: Preset } | { readonly ok: false; readonly problems: readonly SpecProblem[] };

/**
 * Text is read as JSON; anything else is taken as the value itself. A preset that comes back is frozen, and resolves.
 * Refuses, never repairs. Never throws, whatever it is given.
 */
export function parsePreset(input: unknown): PresetParsing {
  try {
    return typeof input === 'string' ? parseText(input) : parseValue(input);
  } catch {
    // Only a value that lies about itself (a proxy with throwing traps) gets here.
    return refuse([{ path: [], code: 'unreadable', params: {} }]);
  }
}

function parseText(text: string): PresetParsing {
  const { max } = LIMITS.fileBytes;
  const found = utf8Length(text);
  if (found > max) return refuse([{ path: [], code: 'file-too-large', params: { found, max } }]);
  const reading = readJson(text);
  return reading.ok ? parseValue(reading.value) : refuse([reading.problem]);
}

function parseValue(value: unknown): PresetParsing {
  const inspection = inspectValue(value);
  if (!inspection.ok) return refuse(inspection.problems);
  const newer = newerVersion(inspection.value);
  if (newer !== null) return refuse([newer]);
  const parsed = presetSchema.safeParse(inspection.value);
  if (!parsed.success) return refuse(zodProblems(parsed.error.issues, inspection.value));
  const preset: Preset = parsed.data;
  const resolution = resolveExperiment(preset.experiment);
  if (!resolution.ok) return refuse(resolution.problems);
  const problems = checkPromises(preset, resolution.spec);
  return problems.length > 0 ? refuse(problems) : { ok: true, preset: deepFreeze(preset) };
}

/** A later format may have any shape: one honest sentence instead of twenty about unknown keys. */
function newerVersion(value: unknown): SpecProblem | null {
  if (typeof value !== 'object' || value === null || !('version' in value)) return null;
  const { version } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version <= 1) return null;
  return {
    path: ['version'],
    code: 'newer-version',
    params: { found: showFound(version), allowed: '1' },
  };
}

function refuse(problems: readonly SpecProblem[]): PresetParsing {
  return { ok: false, problems };
}
