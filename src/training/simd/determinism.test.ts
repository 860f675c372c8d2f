/** What follows from the spec alone, to the last bit: however the steps of a run are grouped, cut and resumed. */
import { describe, expect, it } from 'vitest';
import type { Adjustment } from '../events';
import { DIGEST, digestOf, digestOfRuns, stretchOf } from '../testing/digestRun';
import { ALL_ARMS, endOf, PLAIN_ARMS, specOf, startFused, STEPS } from '../testing/fusedRuns';
import { trainAndWait, weightsAt } from '../testing/trainTo';

describe('the end of a run', () => {
  it.each([4, null])('is the same after a cut at any of 50 steps, batch %s', async (batch) => {
    const spec = specOf(ALL_ARMS, {}, batch);
    const whole = await startFused(spec);
    const checkpoints = [await whole.checkpoint()];
    // One by one, which is a way of grouping too.
    for (let step = 1; step <= STEPS; step++) {
      await trainAndWait(whole, step);
      checkpoints.push(await whole.checkpoint());
    }
    whole.dispose();
    const last = checkpoints.at(-1)?.arrays ?? [];
    expect(last[0]?.every((weight) => weight === 0)).toBe(false);
    // All of them for batches; every seventh where rows lie still.
    for (const checkpoint of checkpoints.slice(0, STEPS).filter(({ step }) => batch !== null || step % 7 === 0)) {
      const resumed = await startFused(spec, { checkpoint });
      await trainAndWait(resumed, STEPS);
      expect(digestOf((await resumed.checkpoint()).arrays), `cut at step ${checkpoint.step}`).toBe(digestOf(last));
      resumed.dispose();
    }
  });

  it('is the same in strides of any length, evaluated on the way or not', async () => {
    const spec = specOf(ALL_ARMS);
    const expected = await endOf(spec);
    for (const stride of [1, 7, 33]) {
      const trainer = await startFused(spec);
      while (trainer.step < STEPS) await trainer.advance(stride);
      expect(await weightsAt(trainer, STEPS), `stride ${stride}`).toEqual(expected);
      trainer.dispose();
    }
    const evaluated = {
      ...spec,
      evaluation: { every: 7, gradients: true, probes: ['affinity', 'interpolation'] as const },
    };
    const trainer = await startFused(evaluated);
    while (trainer.step < STEPS) {
      await trainer.evaluate();
      await trainer.advance(STEPS);
    }
    expect(await weightsAt(trainer, STEPS)).toEqual(expected);
    trainer.dispose();
  });

  it('is the same when live changes are replayed', async () => {
    const spec = specOf(PLAIN_ARMS);
    const whole = await startFused(spec);
    await trainAndWait(whole, 10);
    const adjustments: Adjustment[] = [whole.adjust({ arm: 'soft', lambda: 0.4 })];
    const checkpoint = await whole.checkpoint();
    await trainAndWait(whole, 25);
    adjustments.push(whole.adjust({ arm: 'hard', learningRate: 0.2, taskWeights: [1, 0.5, 2] }));
    const expected = await weightsAt(whole, STEPS);
    whole.dispose();
    expect(await endOf(spec, { adjustments })).toEqual(expected);
    expect(await endOf(spec, { adjustments, checkpoint })).toEqual(expected);
    expect(await endOf(spec)).not.toEqual(expected);
  });

  it('has the digest that it has everywhere', async () => {
    expect(await digestOfRuns(stretchOf(startFused))).toBe(DIGEST);
  });
});

describe('a digest', () => {
  it('is FNV-1a', () => {
    // Of the four bytes of "foob": the constant of the algorithm's authors is for "foobar", so byte by byte by hand.
    const bytes = (text: string): Float32Array => new Float32Array(new TextEncoder().encode(text).buffer);
    // http://www.isthe.com/chongo/src/fnv/test_fnv.c: "chongo was here!" has 16 bytes.
    expect(digestOf([bytes('chongo was here!')])).toBe('448524fd');
    expect(digestOf([])).toBe('811c9dc5');
  });
});
