import { describe, expect, it } from 'vitest';
import { presetById, presetIds } from '../../presets';
import type { ExperimentSpec } from '../../spec/experiment';
import { parsePreset } from '../../spec/parsePreset';
import type { Preset, PresetExperiment } from '../../spec/preset';
import { resolve } from '../../spec/resolve';
import { draftPreset, openDraft, resolveDraft, type LabDraft } from './labDraft';
import { editDraft, nextSeeds, type LabEdit } from './labEdit';
import { liveChanges } from './liveChanges';
import { needsRewind } from './needsRewind';

const words = { 'zh-CN': '字', en: 'words' };

function preset(experiment: PresetExperiment): Preset {
  const parsing = parsePreset({ version: 1, id: 'test', title: words, claim: words, lookAt: words, experiment });
  if (!parsing.ok) throw new Error(JSON.stringify(parsing.problems));
  return parsing.preset;
}

const angle = preset({
  tasks: { source: 'angle', angle: 30 },
  schemes: [
    { scheme: 'hard' },
    { scheme: 'soft', lambda: 0.01 },
    { scheme: 'soft', lambda: 1, learningRate: 0.5, id: 'strong' },
  ],
  seeds: { first: 5, count: 3 },
});
const penguins = preset({ tasks: { source: 'penguins', labelled: [20, null, 40] } });

function specOf(draft: LabDraft): ExperimentSpec {
  const resolution = resolveDraft(draft);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.spec;
}

function after(from: Preset, ...edits: readonly LabEdit[]): ExperimentSpec {
  return specOf(edits.reduce(editDraft, openDraft(from)));
}

describe('a draft', () => {
  it.each([
    ['angle', angle],
    ['penguins', penguins],
  ])('of %s, untouched, is the same experiment as its preset', (_name, from) => {
    expect(specOf(openDraft(from))).toEqual(resolve(from));
  });

  it('is a preset that passes its own door', () => {
    const draft = editDraft(openDraft(angle), { knob: 'tasks', change: { angle: 75 } });
    const parsing = parsePreset(JSON.stringify(draftPreset(draft)));
    expect(parsing.ok && resolve(parsing.preset)).toEqual(specOf(draft));
  });

  it.each(presetIds)(
    'of the built-in %s can be given away, untouched with its promises, changed without them',
    (id) => {
      const untouched = openDraft(presetById(id));
      const changed = editDraft(untouched, { knob: 'removeScheme', arm: untouched.experiment.schemes.length - 1 });
      for (const draft of [untouched, changed]) {
        const parsing = parsePreset(JSON.stringify(draftPreset(draft)));
        expect(parsing.ok ? [] : parsing.problems).toEqual([]);
      }
      expect(draftPreset(untouched).check).toEqual(presetById(id).check);
    },
  );

  it('keeps what the knobs put to wrong, and says what is wrong with it', () => {
    const draft = editDraft(openDraft(angle), { knob: 'seedCount', count: 5000 });
    expect(draft.experiment.seeds.count).toBe(5000);
    const resolution = resolveDraft(draft);
    expect(resolution.ok ? [] : resolution.problems.map(({ path }) => path.join('.'))).toEqual([
      'experiment.seeds.count',
    ]);
  });
});

describe('knobs', () => {
  it('turn the tasks', () => {
    const [point] = after(angle, { knob: 'tasks', change: { angle: 90, noise: 0.5, samples: [10, 200] } }).points;
    expect(point?.tasks).toMatchObject({ angle: 90, noise: 0.5, samples: [10, 200] });
  });

  it('choose penguin tasks with their labelled rows, and drop weights that no longer fit', () => {
    const spec = after(
      penguins,
      { knob: 'taskWeights', weights: [1, 2, 3] },
      { knob: 'sourceTask', task: 'sex', on: false },
    );
    expect(spec.points[0]?.tasks).toMatchObject({ tasks: ['species', 'mass'], labelled: [20, 40] });
    expect(spec.arms[0]?.taskWeights).toEqual([1, 1]);
    const back = after(
      penguins,
      { knob: 'sourceTask', task: 'sex', on: false },
      { knob: 'sourceTask', task: 'sex', on: true },
    );
    expect(back.points[0]?.tasks).toMatchObject({ tasks: ['species', 'sex', 'mass'], labelled: [20, null, 40] });
  });

  it('set labelled rows, network, training and seeds', () => {
    const spec = after(
      penguins,
      { knob: 'labelled', task: 1, rows: 12 },
      { knob: 'trunk', layers: [{ units: 8, activation: 'tanh' }, { units: 4 }] },
      { knob: 'training', change: { steps: 120, batch: 8, optimizer: { kind: 'sgd' } } },
      { knob: 'seedCount', count: 2 },
      { knob: 'firstSeed', first: 0 },
    );
    expect(spec.points[0]?.tasks).toMatchObject({ labelled: [20, 12, 40] });
    expect(spec.model.trunk).toEqual([
      { units: 8, activation: 'tanh' },
      { units: 4, activation: 'relu' },
    ]);
    expect(spec.training).toMatchObject({ steps: 120, batch: 8, optimizer: { kind: 'sgd' } });
    expect(spec.seeds).toEqual([0, 1]);
  });

  it('change, add and remove ways of sharing; a changed one is named anew', () => {
    const spec = after(
      angle,
      { knob: 'lambda', arm: 3, lambda: 0.1 },
      { knob: 'share', arm: 1, share: 'everything' },
      { knob: 'addScheme', scheme: { scheme: 'soft', lambda: 10 } },
      { knob: 'removeScheme', arm: 2 },
    );
    expect(spec.arms.map(({ id }) => id)).toEqual(['alone', 'full', 'soft-0.1', 'soft-10']);
    expect(spec.arms[2]?.learningRate).toBe(0.5);
  });

  it('scale every learning rate, also those that arms have for themselves', () => {
    const rates = after(angle, { knob: 'scaleRates', factor: 0.1 }).arms.map((arm) => arm.learningRate);
    expect(rates.slice(0, 3)).toEqual([0.001, 0.001, 0.001]);
    expect(rates[3]).toBeCloseTo(0.05, 12);
  });

  it('go to seeds that were not used, and start from 0 at the end of the range', () => {
    expect(after(angle, nextSeeds(openDraft(angle).experiment)).seeds).toEqual([8, 9, 10]);
    const last = preset({ tasks: { source: 'angle' }, seeds: { first: 4_294_967_293, count: 3 } });
    expect(after(last, nextSeeds(openDraft(last).experiment)).seeds).toEqual([0, 1, 2]);
  });
});

describe('live changes', () => {
  const spec = resolve(angle);

  it('are told arm by arm', () => {
    const wanted = after(
      angle,
      { knob: 'lambda', arm: 2, lambda: 0.02 },
      { knob: 'training', change: { learningRate: 0.002 } },
    );
    expect(liveChanges(spec.arms, wanted.arms)).toEqual([
      { arm: 'alone', learningRate: 0.002 },
      { arm: 'hard', learningRate: 0.002 },
      { arm: 'soft-0.01', learningRate: 0.002, lambda: 0.02 },
    ]);
  });

  it('carry task weights to every arm', () => {
    const wanted = after(angle, { knob: 'taskWeights', weights: [1, 3] });
    expect(liveChanges(spec.arms, wanted.arms)).toHaveLength(4);
  });

  it('are none when the arms are others', () => {
    expect(liveChanges(spec.arms, after(angle, { knob: 'share', arm: 1, share: 'nothing' }).arms)).toBeNull();
    expect(liveChanges(spec.arms, after(angle, { knob: 'removeScheme', arm: 1 }).arms)).toBeNull();
  });
});

describe('needsRewind', () => {
  const spec = resolve(angle);
  const record = { spec, adjustments: [], status: 'running' } as const;
  const softer = after(angle, { knob: 'lambda', arm: 2, lambda: 0.02 });

  it('is quiet about an untouched draft and asks after a knob that restarts', () => {
    expect(needsRewind(record, spec)).toBe(false);
    expect(needsRewind(record, after(angle, { knob: 'tasks', change: { angle: 31 } }))).toBe(true);
    expect(needsRewind(record, after(angle, { knob: 'seedCount', count: 4 }))).toBe(true);
    expect(needsRewind(record, after(angle, { knob: 'removeScheme', arm: 1 }))).toBe(true);
  });

  it('takes a live change for made while the run can still be changed', () => {
    expect(needsRewind(record, softer)).toBe(false);
    expect(needsRewind({ ...record, status: 'finished' }, softer)).toBe(true);
    const made = [{ step: 101, arm: 'soft-0.01', lambda: 0.02 }];
    expect(needsRewind({ ...record, status: 'finished', adjustments: made }, softer)).toBe(false);
  });
});
