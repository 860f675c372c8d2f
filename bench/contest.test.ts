import { describe, expect, it } from 'vitest';
import { takeTurns, type Contestant } from './contest';

/** A clock that work moves on. */
function createScene() {
  let time = 0;
  const story: string[] = [];
  const contestant = (name: string, cost: () => number, units: number): Contestant => ({
    work() {
      story.push(name);
      time += cost();
      return units;
    },
    close: () => void story.push(`${name} closed`),
  });
  return { story, now: () => time, contestant };
}

describe('takeTurns', () => {
  it('interleaves, throws the first round away and counts completed units', async () => {
    const { story, now, contestant } = createScene();
    let first = true;
    const warming = (): number => {
      const cost = first ? 1000 : 50;
      first = false;
      return cost;
    };
    const rates = await takeTurns(
      new Map([
        ['a', contestant('a', warming, 3)],
        ['b', contestant('b', () => 100, 1)],
      ]),
      { blocks: 2, milliseconds: 100, now },
    );
    expect(story.join(' ')).toBe('a b a a b a a b a closed b closed');
    expect(rates.get('a')).toEqual([60, 60]);
    expect(rates.get('b')).toEqual([10, 10]);
  });

  it('divides by the time that a block really took', async () => {
    const { now, contestant } = createScene();
    const slow = new Map([['slow', contestant('slow', () => 400, 8)]]);
    expect((await takeTurns(slow, { blocks: 1, milliseconds: 100, now })).get('slow')).toEqual([20]);
  });
});
