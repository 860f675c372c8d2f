import type { Locator } from '@playwright/test';

/** The step that the large counter within `place` shows. */
export async function shownStep(place: Locator): Promise<number> {
  const text = await place.getByRole('paragraph').filter({ hasText: /\d/ }).first().innerText();
  return Number(/[\d\u202f]+/.exec(text)?.[0].replaceAll('\u202f', ''));
}
