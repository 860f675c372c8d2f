import type { SLIDES } from '../spec/preset';

/** Every slide of the course; built ones are in `registry.ts`, the others have no page yet. */
export type SlideId = (typeof SLIDES)[number];
