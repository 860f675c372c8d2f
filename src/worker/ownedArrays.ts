import type { Checkpoint, Evaluation, RunEvent } from '../training/events';

/**
 * The buffers of the events' arrays, to be handed over instead of copied. An array that is only a window into a
 * larger buffer is left out (it is then copied): its owner may still need the rest.
 */
export function transferableBuffers(events: readonly RunEvent[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const event of events) {
    for (const array of arraysOf(event)) {
      const { buffer } = array;
      if (buffer instanceof ArrayBuffer && buffer.byteLength === array.byteLength) buffers.add(buffer);
    }
  }
  return [...buffers];
}

/** A checkpoint that shares no memory with the trainer: the JavaScript backend reads tensors without copying them. */
export function ownCheckpoint(checkpoint: Checkpoint): Checkpoint {
  return { ...checkpoint, arrays: checkpoint.arrays.map((array) => array.slice()) };
}

function arraysOf(event: RunEvent): readonly Float32Array[] {
  if (event.type === 'checkpoint') return event.checkpoint.arrays;
  return event.type === 'evaluated' ? evaluationArrays(event.evaluation) : [];
}

function evaluationArrays(evaluation: Evaluation): readonly Float32Array[] {
  return Object.values(evaluation).filter((value): value is Float32Array => value instanceof Float32Array);
}
