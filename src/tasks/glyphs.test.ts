import { describe, expect, it } from 'vitest';
import { resolveTasks } from '../spec/resolveTasks';
import type { GlyphsSource } from '../spec/sources/glyphs';
import { GLYPH_HEIGHT, GLYPH_WIDTH, GLYPHS } from './glyphBitmaps';
import { drawGlyphs } from './glyphs';
import { difference, mean, variance } from './testing/moments';
import { taskOf } from './testing/suiteParts';

function sourceOf(written: object): GlyphsSource {
  const source = resolveTasks({ source: 'glyphs', ...written });
  if (source.source !== 'glyphs') throw new Error('glyphs expected');
  return source;
}
const CLEAR = sourceOf({ keep: 1, noise: 0, samples: 400 });

describe('the ten bitmaps', () => {
  it('are 7 x 5, and every two differ in at least three pixels', () => {
    expect(GLYPHS).toHaveLength(10);
    GLYPHS.forEach((glyph, digit) => {
      expect(glyph).toHaveLength(GLYPH_HEIGHT * GLYPH_WIDTH);
      GLYPHS.slice(0, digit).forEach((other) => {
        expect(glyph.filter((ink, i) => ink !== other[i]).length).toBeGreaterThanOrEqual(3);
      });
    });
  });
});

describe('glyphs source', () => {
  it('shows, without noise, exactly the two labelled glyphs within a shift of one pixel', () => {
    const { tasks } = drawGlyphs(CLEAR, 5);
    const [left, right] = tasks.map((task) => task.train);
    for (let row = 0; row < 400; row++) {
      const image = [...(left?.inputs.subarray(row * 99, (row + 1) * 99) ?? [])].map((value) => value > 0);
      const digitOf = (targets: Float32Array | undefined) =>
        targets?.subarray(10 * row, 10 * row + 10).indexOf(1) ?? -1;
      const pairs = placed(GLYPHS[digitOf(left?.targets)] ?? [], 0).flatMap((first) =>
        placed(GLYPHS[digitOf(right?.targets)] ?? [], 3).map((second) =>
          first.map((ink, i) => ink || second[i] === true),
        ),
      );
      expect(pairs.some((pair) => pair.every((ink, i) => ink === image[i]))).toBe(true);
    }
  });

  it('has one image for both tasks, brightness in 0.6 .. 1, and all digits equally often on both sides', () => {
    const { tasks } = drawGlyphs(sourceOf({ keep: 1, noise: 0 }), 5);
    expect(tasks[0]?.train.inputs).toBe(tasks[1]?.train.inputs);
    const ink = [...(tasks[0]?.train.inputs ?? [])].filter((value) => value > 0);
    expect(Math.min(...ink)).toBeGreaterThanOrEqual(0.6 - 1e-6);
    expect(Math.max(...ink)).toBeLessThanOrEqual(1);
    for (const { train } of tasks) {
      for (let digit = 0; digit < 10; digit++) {
        const count = train.targets.filter((value, i) => value === 1 && i % 10 === digit).length;
        expect(Math.abs(count - 300)).toBeLessThan(4.5 * Math.sqrt(3_000 * 0.09));
      }
    }
  });

  it('loses pixels and gains noise as asked, and nothing else changes', () => {
    const inputsOf = (written: object) => taskOf(drawGlyphs(sourceOf({ samples: 400, ...written }), 5), 0).train.inputs;
    const clear = inputsOf({ keep: 1, noise: 0 });
    const inked = (inputs: Float32Array) => inputs.filter((value) => value > 0).length;
    const kept = inputsOf({ keep: 0.85, noise: 0 });
    // Where two glyphs overlap, one may stand in for the other: a little more than the share is left.
    expect(inked(kept) / inked(clear)).toBeGreaterThan(0.84);
    expect(inked(kept) / inked(clear)).toBeLessThan(0.91);
    const more = inputsOf({ keep: 0.95, noise: 0 });
    kept.forEach((value, i) => expect(more[i] ?? NaN).toBeGreaterThanOrEqual(value));
    const noise = difference(inputsOf({ keep: 0.85, noise: 0.3 }), kept);
    expect(Math.abs(mean(noise))).toBeLessThan(0.01);
    expect(Math.sqrt(variance(noise))).toBeCloseTo(0.3, 2);
    expect(taskOf(drawGlyphs(sourceOf({ samples: 400, noise: 0.3 }), 5), 1).train.targets).toEqual(
      taskOf(drawGlyphs(CLEAR, 5), 1).train.targets,
    );
  });
});

/** A glyph on the canvas at the four places that jitter allows. */
function placed(glyph: readonly boolean[], corner: number): readonly (readonly boolean[])[] {
  return [0, 1].flatMap((down) =>
    [0, 1].map((across) =>
      Array.from({ length: 99 }, (_, pixel) => {
        const row = Math.floor(pixel / 9) - corner - down;
        const column = (pixel % 9) - corner - across;
        const inside = row >= 0 && row < GLYPH_HEIGHT && column >= 0 && column < GLYPH_WIDTH;
        return inside && glyph[row * GLYPH_WIDTH + column] === true;
      }),
    ),
  );
}
