import type { BackendName } from '../../src/training/events';

/** What a journey is made on: the two software imitations of graphics, and what nearly every reader has. */
export const JOURNEY_BACKENDS = ['webgpu', 'webgl', 'wasm'] as const satisfies readonly BackendName[];
