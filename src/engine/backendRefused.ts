import type { BackendTrial } from '../training/events';

/** A backend could not be had, and why. `reason` goes to the reader, `message` into the details box. */
export class BackendRefused extends Error {
  override readonly name = 'BackendRefused';
  constructor(
    readonly reason: BackendTrial['reason'],
    detail: string,
  ) {
    super(detail);
  }
}
