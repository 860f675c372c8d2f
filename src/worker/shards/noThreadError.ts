/** A thread could not be started, or died before it had built anything: the run is to be trained without it. */
export class NoThreadError extends Error {
  override readonly name = 'NoThreadError';
}
