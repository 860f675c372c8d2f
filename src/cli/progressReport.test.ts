import { describe, expect, it } from 'vitest';
import { sampleRecord } from '../record/sampleRun.fixture';
import { en } from './messages/en';
import { createProgressReport } from './progressReport';
import { textWidth } from './textWidth';

function setUp(live: boolean) {
  const written: string[] = [];
  const clock = { time: 0 };
  const terminal = { out: () => undefined, err: (text: string) => void written.push(text), live, columns: 60 };
  const report = createProgressReport('penguins', terminal, en, () => clock.time);
  return { written, clock, report };
}
const at = (step: number, recoveries = 0) => ({ ...sampleRecord(), step, stepsPerSecond: 100, recoveries });

describe('createProgressReport', () => {
  it('rewrites one line on a screen, at most ten times a second, within its width', () => {
    const { written, clock, report } = setUp(true);
    report.update(null);
    for (clock.time = 10; clock.time <= 1000; clock.time += 10) report.update(at(clock.time / 20));
    expect(written.length).toBeLessThanOrEqual(11);
    for (const text of written) {
      expect(text.startsWith('\r\u001B[2K')).toBe(true);
      expect(text).not.toContain('\n');
      expect(textWidth(text.slice(5))).toBeLessThan(60);
    }
    expect(written.at(-1)).toMatch(/█+░+/);
    report.end();
    expect(written.at(-1)).toBe('\r\u001B[2K');
  });

  it('writes a line now and then into a log', () => {
    const { written, clock, report } = setUp(false);
    report.update(null);
    for (clock.time = 100; clock.time <= 12_000; clock.time += 100) report.update(at(clock.time / 240));
    report.end();
    expect(written).toHaveLength(3);
    // 9 networks at 100 steps a second; 10 s gone for 42 of 100 steps.
    expect(written[2]).toMatch(/^penguins {2}█{10}░{14} {2}step 41\.\d+ of 100 · 900 network steps\/s · 14 s left\n$/);
  });

  it('always tells of a lost engine, once', () => {
    const { written, report } = setUp(false);
    report.update(at(10));
    report.update(at(20, 1));
    report.update(at(21, 1));
    expect(written.slice(1)).toEqual(['penguins: the engine was lost and restored at step 20\n']);
  });
});
