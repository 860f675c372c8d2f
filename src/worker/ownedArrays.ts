import type { Checkpoint, RunEvent } from '../training/events';

/** A checkpoint that shares no memory with the trainer: the JavaScript backend reads tensors without copying them. */
export function ownCheckpoint(checkpoint: Checkpoint): Checkpoint {
  return { ...checkpoint, arrays: checkpoint.arrays.map((array) => array.slice()) };
}

/**
 * The buffers to hand over instead of copying them: those of checkpoints, which are big and belong to nobody else
 * ({@link ownCheckpoint}). Evaluations are small and may still be looked at by the trainer: they are copied.
 */
export function transferableBuffers(events: readonly RunEvent[]): ArrayBuffer[] {
  return events.flatMap((event) => (event.type === 'checkpoint' ? checkpointBuffers(event.checkpoint) : []));
}

/** The memory of a checkpoint that belongs to nobody else. */
export function checkpointBuffers(checkpoint: Checkpoint): ArrayBuffer[] {
  return checkpoint.arrays.map((array) => array.buffer).filter((buffer) => buffer instanceof ArrayBuffer);
}
