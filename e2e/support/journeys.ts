import { LANGUAGES, type Language } from '../../src/i18n/language';
import type { BackendName } from '../../src/training/events';

export interface Journey {
  readonly language: Language;
  readonly backend: BackendName;
}

/**
 * In every language on what nearly every reader has.
 * @param imitated once more in English on graphics that software imitates: slow, and words do not depend on what computes
 */
export function journeys(imitated?: 'webgpu' | 'webgl'): readonly Journey[] {
  const usual = LANGUAGES.map((language): Journey => ({ language, backend: 'simd' }));
  return imitated === undefined ? usual : [...usual, { language: 'en', backend: imitated }];
}
