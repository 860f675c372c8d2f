import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presetById, presetIds } from '../presets';
import { resolve } from '../spec/resolve';
import { hasRecording, loadRecording } from './recordings';

const folder = new URL('../recordings/', import.meta.url);

describe('shipped recordings', () => {
  it('are registered, all of them', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(presetIds.filter(hasRecording).map((id) => `${id}.json`)).toEqual(expect.arrayContaining(files));
  });

  it.each(presetIds)('%s: finished, of the preset as it is now', async (id) => {
    const record = await loadRecording(id);
    if (!hasRecording(id)) {
      expect(record).toBeNull();
      return;
    }
    expect(record?.status).toBe('finished');
    expect(record?.spec).toEqual(resolve(presetById(id)));
    expect(record?.evaluations.at(-1)?.step).toBe(record?.spec.training.steps);
  });
});
