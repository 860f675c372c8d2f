/** Text for the details box: name, message, stack and causes, at most 20 kB of it. */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  let current: unknown = error;
  // Causes can be nested, in theory endlessly.
  for (let depth = 0; depth < 5 && current !== undefined && current !== null; depth += 1) {
    if (!(current instanceof Error)) {
      parts.push(typeof current === 'string' ? current : describeOther(current));
      break;
    }
    const stack = current.stack ?? '';
    parts.push(stack.includes(current.message) ? stack : `${current.name}: ${current.message}\n${stack}`);
    current = current.cause;
  }
  return parts.join('\n\n').slice(0, 20_000);
}

/** Something thrown that is no error; functions and symbols have no JSON. */
function describeOther(thrown: unknown): string {
  const text: unknown = JSON.stringify(thrown);
  return typeof text === 'string' ? text : typeof thrown;
}

/** Whether a part of the page could not be fetched (connection gone, or a newer build has replaced the files). */
export function isFetchFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // The wording of Chromium, Firefox, Safari, and of the bundler for style sheets.
  return /dynamically imported module|importing a module script failed|unable to preload css/i.test(error.message);
}
