/** What is set aside, gone back to, and given back. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { ArmSpec } from '../../spec/experiment';
import { PLAIN_POINT } from '../../spec/plain';
import { drawCohortData } from '../cohortData';
import { createLanePrograms } from '../laneProgram';
import { phasesAt } from '../phase';
import { digestOf } from '../testing/digestRun';
import { ALL_ARMS, balanced, PLAIN_ARMS, specOf, startFused, TASKS } from '../testing/fusedRuns';
import { rowTable } from '../testing/rowSpecs';
import { ADAM, arm, LINEAR_PAIR, smallSpec, soft } from '../testing/smallSpec';
import { trainAndWait } from '../testing/trainTo';
import { DivergenceError } from '../trainer';
import { createMemoryPlanner } from './simdMemory';
import { createSimdRowPrograms } from './simdRowPrograms';

const SHAPE = { inputs: 3, trunk: [], head: [], outputs: 2 };

describe('a network that leaves the numbers', () => {
  it('is named with its task and its first bad step, which the run goes back for', async () => {
    // Balanced, so that what the method remembers goes back too.
    const wild: ArmSpec = { ...balanced('gradnorm'), id: 'wild', learningRate: 0.9 };
    const spec = smallSpec({
      points: [{ ...PLAIN_POINT, value: null, tasks: rowTable(SHAPE, ['mse', 'mse', 'mse'], 'own') }],
      arms: [arm('alone', { kind: 'alone' }, TASKS), wild],
      seeds: [3, 4],
      model: {
        trunk: [
          { units: 6, activation: 'linear' },
          { units: 4, activation: 'relu' },
        ],
        head: [],
        headStart: 'own',
      },
      training: { ...smallSpec().training, steps: 400 },
    });
    const firstBad = async (every: number): Promise<DivergenceError> => {
      const trainer = await startFused({ ...spec, evaluation: { every, gradients: false, probes: [] } });
      try {
        for (;;) {
          await trainer.evaluate();
          if ((await trainer.advance(400)) === 0) throw new Error('nothing diverged');
        }
      } catch (error) {
        if (error instanceof DivergenceError) return error;
        throw error;
      } finally {
        trainer.dispose();
      }
    };
    const [near, far] = [await firstBad(1), await firstBad(100)];
    expect(near.at.arm).toBe('wild');
    expect(near.at.step).toBeGreaterThan(2);
    expect(far.at).toEqual(near.at);
  });

  it('goes back with what its balancing method remembers', async () => {
    const spec = specOf(ALL_ARMS);
    const data = drawCohortData(spec);
    const phases = phasesAt(spec, data.tasks, 0, []);
    const [lanes] = createLanePrograms(data, phases, await createSimdRowPrograms());
    if (!lanes) throw new Error('no program');
    const { program } = lanes;
    void program.advance(0, 9);
    const held = program.hold();
    const before = digestOf(await program.save());
    const end = async (): Promise<string> => {
      void program.advance(9, 20);
      return digestOf(await program.save());
    };
    const first = await end();
    // Twice: what is held stays as it was.
    for (let time = 0; time < 2; time++) {
      held.restore();
      expect(digestOf(await program.save())).toBe(before);
      expect(await end()).toBe(first);
    }
    held.release();
    expect(first).not.toBe(before);
  });
});

describe('memory', () => {
  /** Bytes in use once everything is collected that can be. */
  function bytesInUse(): number {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    collect();
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  }

  it('does not grow over 10,000 bursts, evaluations and checkpoints', async () => {
    const spec = smallSpec({
      // So wide that a state which is not given back counts.
      model: { trunk: [{ units: 64, activation: 'relu' }], head: [], headStart: 'own' },
      points: [{ ...PLAIN_POINT, value: null, tasks: LINEAR_PAIR }],
      arms: [arm('alone', { kind: 'alone' }), arm('safe', soft(9, { coupling: 'proximal' }))],
      training: { steps: 40_000, batch: 4, optimizer: ADAM, schedule: { kind: 'constant' } },
      evaluation: { every: 200, gradients: true, probes: [] },
    });
    const trainer = await startFused(spec);
    const burst = async (bursts: number): Promise<void> => {
      for (let i = 0; i < bursts; i++) {
        if (trainer.step % 200 === 0) await trainer.evaluate();
        await trainer.advance(2);
        if (i % 500 === 0) await trainer.checkpoint();
      }
    };
    await burst(2_000);
    const early = bytesInUse();
    const later: number[] = [];
    for (let i = 0; i < 5; i++) {
      await burst(2_000);
      later.push(bytesInUse());
    }
    // The least of the last ones: code that is compiled meanwhile comes and goes. Sixteen bytes a step would be 256,000.
    expect(Math.min(...later.slice(2)) - early).toBeLessThan(150_000);
    trainer.dispose();
  });

  it('is the collector’s again after a run, and has its largest size from the beginning', async () => {
    expect(() => createMemoryPlanner().build().memory.grow(1)).toThrow(RangeError);
    const built: WeakRef<WebAssembly.Memory>[] = [];
    const { Memory } = WebAssembly;
    WebAssembly.Memory = class extends Memory {
      constructor(descriptor: WebAssembly.MemoryDescriptor) {
        super(descriptor);
        built.push(new WeakRef(this));
      }
    };
    try {
      for (let i = 0; i < 6; i++) {
        const trainer = await startFused(specOf(PLAIN_ARMS));
        await trainer.evaluate();
        await trainAndWait(trainer, 2);
        trainer.dispose();
      }
    } finally {
      WebAssembly.Memory = Memory;
    }
    expect(built).toHaveLength(6);
    // What was looked at in this turn is kept until it ends.
    await new Promise((resolve) => setTimeout(resolve));
    bytesInUse();
    expect(built.filter((memory) => memory.deref() !== undefined).length).toBeLessThanOrEqual(1);
  });
});
