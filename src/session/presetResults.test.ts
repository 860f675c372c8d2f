import { describe, expect, it } from 'vitest';
import { presetById, presetIds } from '../presets';
import { presetHash } from '../record/results/presetHash';
import { presetResults } from './presetResults';

const proved = presetIds.filter((id) => presetById(id).check !== undefined);

/** One line that says what to do. */
function complaint(id: string, what: string): string {
  return `The result of ${id} ${what}. Renew it: npm run -s lab -- check ${id}`;
}

describe('results of the shipped presets', () => {
  it.each(proved)('%s: checked in full, as it is now, and shown', async (id) => {
    const preset = presetById(id);
    const result = (await presetResults())[id];
    if (result === undefined) throw new Error(complaint(id, 'is missing'));
    expect(result.hash, complaint(id, 'is of an earlier version of the preset')).toBe(presetHash(preset));
    expect(result.mode, complaint(id, 'is that of a quick check')).toBe('full');
    expect(result.seeds, complaint(id, 'has too few seeds')).toBeGreaterThanOrEqual(20);
    expect(result.shown, complaint(id, 'does not bear out what the preset says')).toBe('shown');
    expect(result.claims).toHaveLength(preset.check?.length ?? 0);
  });

  it('are of presets that ship', async () => {
    const strangers = Object.keys(await presetResults()).filter((id) => !proved.some((known) => known === id));
    expect(strangers, 'npm run -s lab -- check removes what is no longer shipped').toEqual([]);
  });
});
