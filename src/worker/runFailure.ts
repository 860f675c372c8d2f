import { NoBackendError } from '../engine/openBackend';
import { DivergenceError } from '../training/trainer';
import type { Failure } from '../training/events';

const OUT_OF_MEMORY =
  /out of memory|allocation failed|cannot enlarge memory|buffer is too large|invalid (typed )?array (buffer )?length/i;

/** A refused change of a knob: the page's mistake, not the engine's. */
export class BadCommandError extends Error {
  override readonly name = 'BadCommandError';
}

/**
 * What an exception means to the reader, or `null` when it means nothing but that the engine is broken.
 * @param taskNames names by task index, to say which task diverged
 * @param lanes networks being trained, the number to reduce when memory is short
 */
export function failureOf(error: unknown, taskNames: readonly string[], lanes: number): Failure | null {
  const detail = describeError(error);
  if (error instanceof DivergenceError) {
    const { step, arm, seed, task } = error.at;
    // Numbers that JSON cannot hold are told in words.
    const value = Number.isFinite(error.value) ? error.value : String(error.value);
    // The index is for whoever knows the task by a better name, in the reader's language.
    const names = { task: taskNames[task] ?? String(task), taskIndex: task };
    return { code: 'diverged', params: { step, arm, seed, ...names, quantity: error.quantity, value }, detail };
  }
  if (error instanceof NoBackendError) {
    return { code: 'no-backend', params: { backend: error.backend, reason: error.reason }, detail };
  }
  if (error instanceof BadCommandError) return { code: 'bad-command', params: { problem: error.message }, detail };
  if (OUT_OF_MEMORY.test(detail)) return { code: 'out-of-memory', params: { lanes }, detail };
  return null;
}

/** Stack where there is one, else the message. TensorFlow.js also rejects with plain objects. */
export function describeError(error: unknown): string {
  if (error instanceof Error) return error.stack?.includes(error.message) === true ? error.stack : error.message;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
