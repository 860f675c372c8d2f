import { describe, expect, it } from 'vitest';
import type { Attempt } from './attempt';
import { writeProgress } from './progressFile';
import { createProgress, type AttemptStorage } from './progressStore';

const answer: Omit<Attempt, 'at'> = {
  slide: '4.1',
  exercise: 'predict-30',
  outcome: 'wrong',
  detail: { kind: 'answer', option: 'lambda-is-force' },
};

function memoryStorage(kept: Record<string, string> = {}): AttemptStorage & { readonly kept: Record<string, string> } {
  return {
    kept,
    getItem: (key) => kept[key] ?? null,
    setItem: (key, value) => {
      kept[key] = value;
    },
  };
}

const clock = (): (() => number) => {
  let time = 1000;
  return () => time++;
};

describe('createProgress', () => {
  it('remembers attempts for the next visit', () => {
    const storage = memoryStorage();
    createProgress(() => storage, clock())
      .getState()
      .add(answer);
    const later = createProgress(() => storage, clock()).getState();
    expect(later.attempts).toEqual([{ at: 1000, ...answer }]);
    expect(later.durable).toBe(true);
    expect(later.problem).toBeNull();
  });

  it.each(['', '{', 'null', '[]', '{"format":"sharelab-progress","version":1,"attempts":[{"at":-1}]}'])(
    'starts empty on unreadable text %j, sets it aside and goes on',
    (broken) => {
      const storage = memoryStorage({ 'sharelab.progress': broken });
      const store = createProgress(() => storage, clock());
      expect(store.getState().problem).toBe('unreadable');
      expect(store.getState().attempts).toEqual([]);
      expect(storage.kept['sharelab.progress.unreadable']).toBe(broken);
      store.getState().add(answer);
      expect(createProgress(() => storage, clock()).getState().attempts).toHaveLength(1);
    },
  );

  it('never overwrites a log of a later version', () => {
    const future = '{"format":"sharelab-progress","version":2,"attempts":[],"more":1}';
    const storage = memoryStorage({ 'sharelab.progress': future });
    const store = createProgress(() => storage, clock());
    expect(store.getState().problem).toBe('newer');
    store.getState().add(answer);
    expect(store.getState().attempts).toHaveLength(1);
    expect(store.getState().durable).toBe(false);
    expect(storage.kept['sharelab.progress']).toBe(future);
  });

  it('works in memory when storage throws at opening, reading or writing', () => {
    const refuse = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    const storages: (() => AttemptStorage | undefined)[] = [
      refuse,
      () => undefined,
      () => ({ getItem: refuse, setItem: refuse }),
      () => ({ getItem: () => null, setItem: refuse }),
    ];
    for (const open of storages) {
      const store = createProgress(open, clock());
      store.getState().add(answer);
      store.getState().add(answer);
      expect(store.getState().attempts.map((entry) => entry.at)).toEqual([1000, 1001]);
      expect(store.getState().durable).toBe(false);
    }
  });

  it('takes an exported log in once, in order of time', () => {
    const store = createProgress(() => memoryStorage(), clock());
    store.getState().add(answer);
    const exported = writeProgress([
      { at: 5, ...answer },
      { at: 1000, ...answer },
    ]);
    expect(store.getState().importText(exported)).toEqual({ added: 1 });
    expect(store.getState().importText(exported)).toEqual({ added: 0 });
    expect(store.getState().attempts.map((entry) => entry.at)).toEqual([5, 1000]);
    expect(JSON.parse(store.getState().exportText())).toEqual({
      format: 'sharelab-progress',
      version: 1,
      attempts: store.getState().attempts,
    });
  });

  it('refuses a file that is not a log, and says where', () => {
    const store = createProgress(() => memoryStorage(), clock());
    expect(store.getState().importText('hello')).toMatchObject({ ok: false, reason: 'not-json' });
    expect(store.getState().importText('{"a":1}')).toMatchObject({ ok: false, reason: 'not-a-log' });
    const wrong = writeProgress([{ at: 1, ...answer }]).replace('"wrong"', '"splendid"');
    expect(store.getState().importText(wrong)).toMatchObject({
      ok: false,
      reason: 'invalid',
      place: 'attempts.0.outcome',
    });
    expect(store.getState().importText(' '.repeat(2_000_001))).toMatchObject({ ok: false, reason: 'too-long' });
    expect(store.getState().attempts).toEqual([]);
  });
});
