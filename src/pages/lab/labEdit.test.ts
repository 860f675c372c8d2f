/** Every edit of the knobs: what it does, and that no sequence of edits leads out of what can be named, kept and given away. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetById } from '../../presets';
import { BALANCING_KINDS } from '../../spec/balancing';
import { parsePreset } from '../../spec/parsePreset';
import type { PresetScheme } from '../../spec/preset';
import { SOURCES, type SourceName } from '../../spec/sources/registry';
import { armOffers } from './arms/armOffers';
import { draftTowers } from './arms/draftTowers';
import { asVariant, schemeVariants } from './arms/schemeVariants';
import { inGroup, spareGroup } from './arms/taskGroups';
import { EVENT_KINDS, inOrder, newEvent } from './arms/timelineEvents';
import { firstSweep, sweepOffers } from './data/sweepOffers';
import { draftPreset, experimentProblems, openDraft, resolveDraft, type LabDraft } from './labDraft';
import { editDraft, putBack, type LabEdit } from './labEdit';
import { liveChanges } from './liveChanges';

const BARE = Object.keys(SOURCES).filter(
  (name): name is Exclude<SourceName, 'own' | 'table'> => name in SOURCES && name !== 'own' && name !== 'table',
);
const opened = (): LabDraft => openDraft(presetById('penguins'));
const after = (...edits: readonly LabEdit[]): LabDraft => edits.reduce(editDraft, opened());
const problems = (draft: LabDraft): readonly string[] =>
  experimentProblems(draft.experiment).map(({ path, code }) => `${path.join('.')}: ${code}`);
const armsOf = (draft: LabDraft) => draftTowers(draft.experiment, null).arms;
const source = (name: (typeof BARE)[number]): LabEdit => ({ knob: 'source', tasks: { source: name } });

describe('ways of sharing', () => {
  it('are offered, one of each, and each offered one trains on tasks that it fits', () => {
    const draft = after(source('glyphs'));
    const { experiment } = draft;
    const offers = armOffers({ ...draftTowers(experiment, null), source: 'glyphs' }, experiment.schemes);
    expect(new Set(offers.map(({ method }) => method)).size).toBe(offers.length);
    // Each balancing kind but the fixed weights, and the revised form of one.
    expect(offers.filter(({ group }) => group === 'balanced')).toHaveLength(BALANCING_KINDS.length);
    for (const { scheme, problem } of offers) {
      expect(problem).toBeNull();
      expect(problems(editDraft(draft, { knob: 'addScheme', scheme }))).toEqual([]);
    }
  });

  it('are refused with a reason where tasks or network do not fit', () => {
    const offers = (draft: LabDraft) => {
      const { experiment } = draft;
      return armOffers({ ...draftTowers(experiment, null), source: experiment.tasks.source }, experiment.schemes);
    };
    const refused = (draft: LabDraft) => offers(draft).flatMap(({ method, problem }) => (problem ? [method] : []));
    expect(refused(opened())).toEqual(['scheme.full', 'scheme.reptile', 'scheme.fomaml']);
    expect(refused(after({ knob: 'trunk', layers: [] }))).toContain('scheme.cross-stitch');
    expect(refused(after(source('landscape')))).toContain('balancing.uncertainty');
    expect(refused(after(source('landscape')))).not.toContain('balancing.pcgrad');
  });

  it('get names of their own when their settings do not tell them apart', () => {
    const experts: LabEdit = { knob: 'addScheme', scheme: { scheme: 'experts', gating: 'task' } };
    const draft = after(experts, experts);
    const last = draft.experiment.schemes.length - 1;
    expect(
      armsOf(draft)
        .map(({ id }) => id)
        .slice(-2),
    ).toEqual(['mmoe', 'mmoe.2']);
    const fewer = editDraft(draft, { knob: 'setting', arm: last, name: 'experts', value: 3 });
    expect(armsOf(fewer)[last]).toMatchObject({ id: 'mmoe.2', scheme: { experts: 3 } });
    expect(problems(fewer)).toEqual([]);
  });

  it('change their variant and lose what it does not have', () => {
    const soft: PresetScheme = { scheme: 'soft', lambda: 1, coupling: 'gradient' };
    expect(asVariant(soft, 'soft-l1')).toEqual({ scheme: 'soft', lambda: 1, penalty: 'l1' });
    const ple: PresetScheme = { scheme: 'experts', gating: 'ple', ownExperts: 3, levels: 2, units: 5 };
    expect(asVariant(ple, 'mmoe')).toEqual({ scheme: 'experts', gating: 'task', units: 5 });
    expect(asVariant({ scheme: 'meta', method: 'reptile' }, 'fomaml')).toEqual({ scheme: 'meta', method: 'fomaml' });
    expect(schemeVariants('hard')).toEqual([]);
  });

  it('take balancing, rate, width, weights and events, and give them back', () => {
    const arm = 1;
    const on = after(
      { knob: 'balancing', arm, balancing: { kind: 'pcgrad' } },
      { knob: 'armRate', arm, learningRate: 0.5 },
      { knob: 'armWidth', arm, width: 4 },
      { knob: 'armWeights', arm, weights: [1, 2, 3] },
      { knob: 'timeline', arm, events: [{ at: 10, do: 'rate', learningRate: 0.1 }] },
    );
    expect(armsOf(on)[arm]).toMatchObject({
      ...{ balancing: { kind: 'pcgrad' }, learningRate: 0.5, width: 4, taskWeights: [1, 2, 3] },
      timeline: [{ at: 10, do: 'rate' }],
    });
    const off = [
      { knob: 'balancing', arm, balancing: { kind: 'static' } },
      { knob: 'armRate', arm, learningRate: null },
      { knob: 'armWidth', arm, width: null },
      { knob: 'armWeights', arm, weights: null },
      { knob: 'timeline', arm, events: [] },
    ] as const;
    expect(armsOf(off.reduce(editDraft, on))[arm]).toEqual(armsOf(opened())[arm]);
  });

  it('keep a task in one group at most, and no group empty', () => {
    expect(inGroup([['a', 'b'], ['c']], 0, 'c', true)).toEqual([['a', 'b', 'c']]);
    expect(inGroup([['a', 'b'], ['c']], 1, 'c', false)).toEqual([['a', 'b']]);
    expect(spareGroup([['a']], ['a', 'b', 'c', 'd'])).toEqual(['b', 'c']);
  });

  it('show their events in the order of steps', () => {
    const event = (at: number) => ({ at, do: 'rate', learningRate: 1 }) as const;
    expect(inOrder([event(30), event(10), event(30), event(20)])).toEqual([1, 3, 0, 2]);
  });

  it('need a new run when what is not live has changed', () => {
    const experts: LabEdit = { knob: 'addScheme', scheme: { scheme: 'experts' } };
    const arm = opened().experiment.schemes.length;
    const changed: readonly LabEdit[] = [
      { knob: 'setting', arm, name: 'experts', value: 3 },
      { knob: 'armWidth', arm, width: 5 },
      { knob: 'balancing', arm, balancing: { kind: 'dwa' } },
      { knob: 'timeline', arm, events: [{ at: 10, do: 'rate', learningRate: 0.1 }] },
    ];
    for (const edit of changed) expect(liveChanges(armsOf(after(experts)), armsOf(after(experts, edit)))).toBeNull();
    const faster = after(experts, { knob: 'armRate', arm, learningRate: 0.2 });
    expect(liveChanges(armsOf(after(experts)), armsOf(faster))).toEqual([{ arm: 'mmoe', learningRate: 0.2 }]);
  });
});

describe('a change of data', () => {
  it('keeps ways of sharing and training, leaves out what cannot stay, says so, and can be undone', () => {
    const before = after(
      { knob: 'armWeights', arm: 1, weights: [1, 2, 3] },
      { knob: 'groups', arm: 1, groups: [['species', 'sex']] },
      { knob: 'timeline', arm: 0, events: [{ at: 10, do: 'adopt', task: 'sex' }] },
      { knob: 'training', change: { steps: 77, batch: 20 } },
    );
    const now = editDraft(before, source('glyphs'));
    expect(now.left?.dropped).toEqual(['taskWeights', 'groups', 'timeline']);
    expect(now.experiment.training).toMatchObject({ steps: 77, batch: 20 });
    expect(armsOf(now).map(({ scheme }) => scheme.kind)).toEqual(armsOf(before).map(({ scheme }) => scheme.kind));
    expect(problems(now)).toEqual([]);
    expect(putBack(now).experiment).toBe(before.experiment);
    expect(editDraft(now, { knob: 'seedCount', count: 2 }).left).toBeNull();
  });

  it.each(BARE.flatMap((from) => BARE.map((to) => [from, to] as const)))(
    'from %s to %s makes an experiment',
    (from, to) => {
      expect(problems(after({ knob: 'seedCount', count: 2 }, source(from), source(to)))).toEqual([]);
    },
  );

  it('gives the landscape no network, and one back to what comes after it', () => {
    const there = after(source('landscape'));
    expect(there.experiment.model.trunk).toEqual([]);
    expect(editDraft(there, source('mmoe')).experiment.model.trunk).toEqual(opened().experiment.model.trunk);
  });

  it('of a knob that is turned too far takes nothing away', () => {
    const draft = after(source('domains'), { knob: 'tasks', change: { topicalShare: 0.9 } });
    expect(draft.left).toBeNull();
    expect(problems(draft)).toEqual(['experiment.tasks.topicalShare: out-of-range']);
    expect(problems(editDraft(draft, { knob: 'tasks', change: { topicalShare: 0.1 } }))).toEqual([]);
  });

  it.each(BARE)('%s: everything that can be compared side by side makes an experiment', (name) => {
    const draft = after({ knob: 'seedCount', count: 2 }, source(name));
    for (const over of sweepOffers(draft.experiment)) {
      const swept = editDraft(draft, { knob: 'sweepOver', sweep: firstSweep(over, draft.experiment) });
      expect([over, problems(swept)]).toEqual([over, []]);
      expect(editDraft(swept, { knob: 'sweepOver', sweep: null }).experiment).not.toHaveProperty('sweep');
    }
  });
});

describe('any sequence of edits', () => {
  const arm = fc.nat(6);
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const towers = draftTowers(opened().experiment, null);
  const offers = armOffers({ ...towers, source: 'penguins' }, []);
  const edit: fc.Arbitrary<LabEdit> = fc.oneof(
    fc.constantFrom(...BARE).map(source),
    fc.constantFrom(...offers).map(({ scheme }): LabEdit => ({ knob: 'addScheme', scheme })),
    arm.filter((index) => index > 0).map((index): LabEdit => ({ knob: 'removeScheme', arm: index })),
    fc.record({ knob: fc.constant('lambda' as const), arm, lambda: unit }),
    fc.record({
      knob: fc.constant('share' as const),
      arm,
      share: fc.constantFrom<('nothing' | 'everything' | 2)[]>('nothing', 'everything', 2),
    }),
    fc.record({ knob: fc.constant('groups' as const), arm, groups: fc.constantFrom(null, [['species', 'sex']]) }),
    fc
      .record({ arm, name: fc.constantFrom('experts', 'rank', 'same', 'units'), value: fc.integer({ min: 1, max: 3 }) })
      .map((setting): LabEdit => ({ knob: 'setting', ...setting })),
    fc
      .record({ arm, kind: fc.constantFrom(...BALANCING_KINDS) })
      .map(({ arm: index, kind }): LabEdit => ({ knob: 'balancing', arm: index, balancing: { kind } })),
    fc.record({ knob: fc.constant('armWidth' as const), arm, width: fc.constantFrom(null, 4, 600) }),
    fc.record({ knob: fc.constant('armWeights' as const), arm, weights: fc.constantFrom(null, [0, 0, 0], [1, 2]) }),
    fc
      .record({ arm, kind: fc.constantFrom(...EVENT_KINDS) })
      .map(({ arm: at, kind }): LabEdit => ({ knob: 'timeline', arm: at, events: [newEvent(kind, towers, at)] })),
    fc.record({ knob: fc.constant('sourceTask' as const), task: fc.constantFrom('sex', 'wind'), on: fc.boolean() }),
    fc.record({ knob: fc.constant('seedCount' as const), count: fc.constantFrom(2, 3, 500) }),
    fc.constantFrom<LabEdit[]>(
      { knob: 'trunk', layers: [] },
      { knob: 'trunk', layers: [{ units: 8 }] },
      { knob: 'training', change: { batch: 64, steps: 20 } },
      { knob: 'evaluation', change: { probes: ['affinity', 'predictions'] } },
      { knob: 'sweepOver', sweep: { over: 'width', values: [2, 4] } },
    ),
  );

  it('gives a draft that can be given away, or says what stands in the way; nothing is lost', () => {
    let whole = 0;
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        const draft = edits.reduce(editDraft, opened());
        const resolution = resolveDraft(draft);
        // Every arm is there to be shown and mended, whatever is wrong with it.
        expect(armsOf(draft)).toHaveLength(draft.experiment.schemes.length);
        if (!resolution.ok) {
          expect(resolution.problems.length).toBeGreaterThan(0);
          for (const problem of resolution.problems) expect(problem.path[0]).toBe('experiment');
          return;
        }
        whole += 1;
        const parsing = parsePreset(JSON.stringify(draftPreset(draft)));
        expect(parsing.ok ? [] : parsing.problems).toEqual([]);
        if (parsing.ok) expect(resolveDraft(openDraft(parsing.preset))).toEqual(resolution);
      }),
      { numRuns: 150, seed: 5 },
    );
    expect(whole).toBeGreaterThan(20);
  });
});
