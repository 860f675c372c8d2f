import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PLAIN_POINT } from '../../spec/plain';
import type { ArmSpec, ExperimentSpec } from '../../spec/experiment';
import { drawCohortData } from '../cohortData';
import { towerLayout } from '../layout';
import { phasesAt } from '../phase';
import type { Program } from '../program';
import { ADAM, arm, LINEAR_PAIR, smallSpec, soft, TANH_RELU } from '../testing/smallSpec';
import { fakeDevice, GPU_GLOBALS, type FakeDevice } from './testing/fakeDevice';
import { createWgslRowPrograms } from './wgslRowPrograms';

beforeEach(() => {
  for (const [name, value] of Object.entries(GPU_GLOBALS)) vi.stubGlobal(name, value);
});
afterEach(() => vi.unstubAllGlobals());

const seeds = Array.from({ length: 64 }, (_, seed) => seed);
const training = { steps: 500, batch: 8, optimizer: ADAM, schedule: { kind: 'constant' } } as const;
const ANCHOR = { at: 3, do: 'anchor', penalty: 'l2', lambda: 1, task: 0 } as const;

/** A program that measures, as far as these tests go. */
function hostProgram() {
  const dispose = vi.fn();
  const unused = (): never => {
    throw new Error('the host only measures');
  };
  const program: Program = {
    ...{ lengths: [], advance: unused, settle: unused, save: unused, restore: unused, hold: unused, theta: unused },
    ...{ applyPhases: unused, taskWeights: () => new Float32Array(0), dispose },
    outputs: async (theta) => theta.map((value) => value + 1),
    gradients: async (theta) => theta.map((value) => 2 * value),
  };
  return { program, dispose };
}

function open(spec: ExperimentSpec, fake: FakeDevice = fakeDevice(), host = hostProgram()) {
  const data = drawCohortData(spec);
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
  const layout = towerLayout(spec.model, data.inputs, shapes);
  const program = createWgslRowPrograms(fake.device, () => host.program)(
    data,
    layout,
    phasesAt(spec, data.tasks, 0, []),
  );
  if (!program) throw new Error('refused');
  return { program, host, ...fake };
}

describe('a cohort on a WebGPU device', () => {
  it('takes many steps of all networks with few calls, and makes nothing new', () => {
    const { program, calls } = open(smallSpec({ seeds, training }));
    calls.length = 0;
    expect(program.advance(0, 128)).toBeUndefined();
    expect(calls.filter((name) => name.startsWith('create'))).toEqual(['createCommandEncoder']);
    expect(calls.length).toBeLessThanOrEqual(11);
    calls.length = 0;
    void program.advance(128, 300);
    expect(calls.filter((name) => name === 'submit')).toHaveLength(3);
  });

  it('gives a device no more to do at once than it can do in time', () => {
    const trunk = [
      { units: 128, activation: 'relu' },
      { units: 128, activation: 'relu' },
    ] as const;
    const model = { trunk, head: [], headStart: 'own' } as const;
    const points = [{ ...PLAIN_POINT, value: null, tasks: { ...LINEAR_PAIR, samples: [400, 400] as const } }];
    const { program, calls } = open(smallSpec({ seeds, model, points }));
    calls.length = 0;
    // 64 networks, two towers of 17,700 numbers, 400 rows: 5e9 operations a step.
    void program.advance(0, 3);
    expect(calls.filter((name) => name === 'submit')).toHaveLength(3);
  });

  it('gives back the state that it was given, and what is held is not touched', async () => {
    const { program } = open(
      smallSpec({ model: TANH_RELU, training, arms: [{ ...arm('a', soft(0.1)), timeline: [ANCHOR] }] }),
    );
    const first = await program.save();
    // theta, two moments of Adam, the anchor and its stiffness.
    expect(first.map((part) => part.length)).toEqual(program.lengths);
    expect(program.lengths).toHaveLength(5);
    const held = program.hold();
    const other = first.map((part, index) => part.map((_, i) => index * 1000 + i));
    program.restore(other);
    expect(await program.save()).toEqual(other);
    expect(await program.theta()).toEqual(other[0]);
    expect(await held.theta()).toEqual(first[0]);
    held.restore();
    expect(await program.save()).toEqual(first);
    held.release();
  });

  it('leaves measuring to the host, and gives back all that it took', async () => {
    const { program, host, buffers } = open(smallSpec({ training }));
    expect(await program.outputs(Float32Array.of(1, 2), 'test')).toEqual(Float32Array.of(2, 3));
    expect(await program.gradients?.(Float32Array.of(1, 2))).toEqual(Float32Array.of(2, 4));
    program.hold().release();
    await program.save();
    program.dispose();
    expect(buffers.every((buffer) => buffer.destroyed)).toBe(true);
    expect(host.dispose).toHaveBeenCalledOnce();
  });
});

describe('groups that the shader does not train', () => {
  const refused = (changed: Partial<ArmSpec>): boolean => {
    const spec = smallSpec({
      arms: [arm('plain', { kind: 'alone' }), { ...arm('other', { kind: 'alone' }), ...changed }],
    });
    try {
      open(spec);
      return false;
    } catch {
      return true;
    }
  };

  it('are those with balancing, meta-learning and steps in doubles, also later on', () => {
    expect(refused({})).toBe(false);
    expect(refused({ scheme: soft(1, { coupling: 'proximal' }) })).toBe(false);
    expect(refused({ balancing: { kind: 'pcgrad' } })).toBe(true);
    expect(refused({ scheme: soft(1, { penalty: 'l1' }) })).toBe(true);
    expect(refused({ scheme: soft(1, { penalty: 'trace' }) })).toBe(true);
    expect(refused({ scheme: { kind: 'meta' } as ArmSpec['scheme'] })).toBe(true);
    expect(refused({ timeline: [{ at: 2, do: 'scheme', scheme: soft(1, { penalty: 'l1' }) }] })).toBe(true);
    expect(refused({ timeline: [{ at: 2, do: 'scheme', scheme: soft(1) }] })).toBe(false);
  });

  it('are those too large for a workgroup or the device', () => {
    const wide = {
      trunk: [
        { units: 300, activation: 'relu' },
        { units: 300, activation: 'relu' },
      ],
      head: [],
      headStart: 'own',
    } as const;
    expect(() => open(smallSpec({ model: wide }))).toThrow('refused');
    const tasks = { ...LINEAR_PAIR, samples: [500, 500] as const };
    const points = [{ ...PLAIN_POINT, value: null, tasks }];
    expect(() => open(smallSpec({ points, seeds }), fakeDevice({ maxStorageBufferBindingSize: 1 << 16 }))).toThrow(
      'refused',
    );
    expect(() => open(smallSpec(), fakeDevice({ maxStorageBuffersPerShaderStage: 4 }))).toThrow('refused');
  });
});
