/** What the caller asked for cannot be done as asked: exit code 2, and the message is all that is printed. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
