import { describe, expect, it } from 'vitest';
import { createAnnouncer, type Clock } from './announcer';

function fakeClock(): Clock & { advance(to: number): void } {
  let time = 0;
  let pending: { at: number; run: () => void } | null = null;
  return {
    now: () => time,
    after: (milliseconds, run) => {
      pending = { at: time + milliseconds, run };
      return () => {
        pending = null;
      };
    },
    advance(to) {
      if (pending !== null && pending.at <= to) {
        const due = pending;
        pending = null;
        time = due.at;
        due.run();
      }
      time = to;
    },
  };
}

describe('createAnnouncer', () => {
  it('speaks at most once per interval and then only the newest', () => {
    const said: string[] = [];
    const clock = fakeClock();
    const announcer = createAnnouncer(5000, (text) => said.push(text), clock);
    for (let t = 0; t <= 60_000; t += 100) {
      clock.advance(t);
      announcer.say(`step ${t}`, false);
    }
    expect(said.length).toBeLessThanOrEqual(13);
    expect(said.length).toBeGreaterThanOrEqual(12);
    expect(said[1]).toBe('step 4900');
  });

  it('speaks urgent messages at once and nothing twice', () => {
    const said: string[] = [];
    const clock = fakeClock();
    const announcer = createAnnouncer(5000, (text) => said.push(text), clock);
    announcer.say('a', false);
    announcer.say('diverged', true);
    announcer.say('diverged', true);
    expect(said).toEqual(['a', 'diverged']);
  });

  it('is silent after dispose', () => {
    const said: string[] = [];
    const clock = fakeClock();
    const announcer = createAnnouncer(5000, (text) => said.push(text), clock);
    announcer.say('a', false);
    announcer.say('b', false);
    announcer.dispose();
    clock.advance(9000);
    expect(said).toEqual(['a']);
  });
});
