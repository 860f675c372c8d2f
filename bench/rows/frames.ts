/**
 * Frames of the built page while it trains 60 networks flat out with every chart open, against the same page at rest.
 * Composited as on a machine without a GPU: an imitated GPU would take a core for itself and measure the imitation.
 */
import { ensureBuilt } from '../../scripts/build.mjs';
import { serve } from '../../scripts/serve.mjs';
import { encodePresetLink } from '../../src/export/presetLink';
import { presetById } from '../../src/presets';
import type { Preset } from '../../src/spec/preset';
import { compare, NOTHING_FOUND } from '../finding';
import type { BenchPart } from '../part';
import { withBrowser } from './browser';
import { measureFrames } from './measureFrames';

/** The preset of 60 networks, so long that it never ends while it is watched; 400 evaluations, which the charts draw. */
function endless(): Preset {
  const preset = presetById('compare-cohort');
  const { experiment } = preset;
  return {
    ...preset,
    experiment: {
      ...experiment,
      training: { ...experiment.training, steps: 100_000 },
      evaluation: { ...experiment.evaluation, every: 250 },
    },
  };
}

export const frames: BenchPart = {
  ids: ['frames'],
  async measure({ quick, tell }) {
    await ensureBuilt();
    tell('frames while it trains');
    const origin = await serve({ folder: 'dist', base: '/', host: '127.0.0.1', port: 0 });
    const address = `${origin}?backend=simd#/lab?x=${await encodePresetLink(endless())}`;
    const { idle, busy, pauses } = await withBrowser('none', (browser) =>
      measureFrames(browser, address, quick ? 3 : 7),
    );
    return {
      ...NOTHING_FOUND,
      comparisons: [
        compare({
          ...{ id: 'frames', what: 'frames while training flat out on simd, all charts open / idle', unit: 'frames/s' },
          ...{ over: { name: 'training', values: busy }, under: { name: 'idle', values: idle } },
          goal: 0.95,
        }),
      ],
      readings: [
        { id: 'frames', what: 'pause: from the click to a page at rest', unit: 'ms', values: pauses, atMost: 100 },
      ],
    };
  },
};
