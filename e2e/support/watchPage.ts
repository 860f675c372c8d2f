import type { BrowserContext } from '@playwright/test';

/** Addresses that never reach a network. */
const LOCAL_SCHEMES = new Set(['data:', 'blob:', 'about:']);

/**
 * Notes, as it happens, everything a page must not do: requests that leave `origin`, answers of 400 and above,
 * uncaught exceptions, errors on the console (also those of workers).
 * @returns the growing list of complaints, one line each
 */
export function watchPage(context: BrowserContext, origin: string): readonly string[] {
  const complaints: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !LOCAL_SCHEMES.has(url.protocol)) complaints.push(`request to ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  return complaints;
}
