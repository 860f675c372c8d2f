/** Records as files, and back. */
import type * as z from 'zod/mini';
import { buildEvaluation, EVALUATION_ARRAYS, type Evaluation, type EvaluationArray } from '../training/events';
import { arrayLength } from './evaluationArrays';
import { recordingSchema, type Recording } from './recordingSchema';
import type { RunRecord } from './runRecord';
import { thinList } from './thin';

export interface RecordingOptions {
  /** At most so many evaluations, evenly spread, first and last among them; all by default. */
  readonly evaluations?: number;
  /** Quantities nobody will look at. */
  readonly drop?: readonly EvaluationArray[];
  /** Quantities of which the last evaluation is enough. */
  readonly lastOnly?: readonly EvaluationArray[];
}

/** Why a text is not a recording: where, and what stands there. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
}

const digits = 4;

/**
 * The record as compact JSON, numbers rounded to 4 significant digits (a thousandth of any interval worth drawing).
 * What is left out reads back as an empty array, as if it had not been measured.
 */
export function recordToJson(record: RunRecord, options: RecordingOptions = {}): string {
  const evaluations = thinList(record.evaluations, options.evaluations ?? Math.max(2, record.evaluations.length));
  const last = evaluations.at(-1);
  const recording = {
    format: 'sharelab-recording',
    version: 1,
    spec: record.spec,
    backend: record.backend,
    tasks: record.tasks,
    parameters: record.parameters,
    layerUnits: record.layerUnits,
    adjustments: record.adjustments,
    step: record.step,
    stepsPerSecond: rounded(record.stepsPerSecond),
    status: record.status,
    failure: record.failure,
    recoveries: record.recoveries,
    evaluations: evaluations.map((evaluation) => {
      const dropped = new Set([...(options.drop ?? []), ...(evaluation === last ? [] : (options.lastOnly ?? []))]);
      const kept = ARRAY_NAMES.filter((name) => !dropped.has(name) && evaluation[name].length > 0);
      const entries = kept.map((name) => [name, Array.from(evaluation[name], rounded)] as const);
      return { step: evaluation.step, ...Object.fromEntries(entries) };
    }),
  } satisfies Recording;
  return JSON.stringify(recording);
}

const ARRAY_NAMES = Object.keys(EVALUATION_ARRAYS).filter((name): name is EvaluationArray =>
  Object.hasOwn(EVALUATION_ARRAYS, name),
);

/**
 * The record in a text made by {@link recordToJson}.
 * @throws RecordingError when it is anything else: not JSON, unknown keys, wrong lengths, steps out of order.
 */
export function recordFromJson(text: string): RunRecord {
  const read = recordingSchema.safeParse(parseJson(text));
  if (!read.success) throw new RecordingError(describeIssue(read.error.issues[0]));
  const {
    spec,
    backend,
    tasks,
    parameters,
    layerUnits,
    adjustments,
    step,
    stepsPerSecond,
    status,
    failure,
    recoveries,
  } = read.data;
  const facts = { spec, backend, tasks, parameters, layerUnits, adjustments, step, stepsPerSecond, status };
  return {
    ...facts,
    failure,
    recoveries,
    evaluations: read.data.evaluations.map((entry, index, all) => {
      const before = all[index - 1];
      if (before !== undefined && before.step >= entry.step) {
        throw new RecordingError(`evaluations[${index}]: step ${entry.step} comes after step ${before.step}`);
      }
      return evaluationOf(entry, index, facts);
    }),
  };
}

function evaluationOf(
  entry: Recording['evaluations'][number],
  index: number,
  facts: Pick<RunRecord, 'spec' | 'tasks' | 'layerUnits'>,
): Evaluation {
  return buildEvaluation(entry.step, (name) => {
    const values = entry[name] ?? [];
    const expected = arrayLength(facts, name);
    if (values.length !== 0 && values.length !== expected) {
      throw new RecordingError(`evaluations[${index}].${name}: ${values.length} numbers, expected ${expected}`);
    }
    return Float32Array.from(values);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RecordingError(error instanceof Error ? error.message : String(error));
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(digits));
}

/** The first fault, without a language catalogue: recordings are written by the lab, so this is read by its makers. */
function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'not a recording';
  const place = issue.path.length === 0 ? 'recording' : issue.path.map(String).join('.');
  const keys = issue.code === 'unrecognized_keys' ? ` ${issue.keys.join(', ')}` : '';
  return `${place}: ${issue.code}${keys}`;
}
