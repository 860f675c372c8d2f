/** Mixtures of experts at the settings where they are something simpler, and what the gates of PLE see. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExpertsScheme } from '../../spec/scheme';
import { useBackend } from '../../training/testing/backends';
import { sizeOf } from './sections';
import { pleFeatures } from './testing/pleReference';
import {
  INPUTS,
  inputRows,
  noisyWeights,
  outputsOf,
  plainOutputs,
  ROWS,
  sectionOf,
  setting,
  withNetwork,
  withSection,
} from './testing/smallNetworks';

beforeAll(() => useBackend('cpu'));

const MMOE: ExpertsScheme = { kind: 'experts', gating: 'task', experts: 3, ownExperts: 0, units: 4, levels: 1 };
const OMOE: ExpertsScheme = { ...MMOE, gating: 'common' };
const PLE: ExpertsScheme = { kind: 'experts', gating: 'ple', experts: 2, ownExperts: 1, units: 3, levels: 2 };
const TASKS = 3;
/** Outputs of one task. */
const BLOCK = ROWS * 2;

function expectClose(actual: Float32Array, expected: Float32Array): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 6));
}

/** Rows of plain towers with trunk t = trunks(t) and the heads of the network. */
function towersOf(trunks: (task: number) => Float32Array, heads: Float32Array): Float32Array {
  const head = heads.length / TASKS;
  return Float32Array.from(
    [0, 1, 2].flatMap((task) => [...trunks(task), ...heads.slice(task * head, (task + 1) * head)]),
  );
}

describe.each([true, false])('with common inputs: %s', (common) => {
  const of = setting([1, 2, 1]);
  const inputs = inputRows(1, TASKS, common);

  it.each([MMOE, OMOE])('one expert is hard sharing of the trunk', async (scheme) => {
    await withNetwork({ ...scheme, experts: 1 }, of, async (network) => {
      const row = noisyWeights(network, 1);
      const trunk = sectionOf(network, row, 'experts.0');
      const towers = towersOf(() => trunk, sectionOf(network, row, 'heads'));
      expectClose(await outputsOf(network, TASKS, [row], inputs, common), await plainOutputs(of, towers, inputs));
    });
  });

  it('one-hot gates with as many experts as tasks are independent networks', async () => {
    await withNetwork(MMOE, of, async (network) => {
      // Gates read a constant first input: 200 on the task's own expert saturates the softmax to exactly 0 and 1.
      const constantFirst = inputs.map((x, i) => (i % INPUTS === 0 ? 1 : x));
      const gates = (i: number): number => {
        const [task, input, expert] = [Math.floor(i / 9), Math.floor(i / 3) % 3, i % 3];
        return input === 0 && task === expert ? 200 : 0;
      };
      const row = withSection(network, noisyWeights(network, 2), 'gates.0', gates);
      const experts = sectionOf(network, row, 'experts.0');
      const size = experts.length / 3;
      const towers = towersOf(
        (task) => experts.slice(task * size, (task + 1) * size),
        sectionOf(network, row, 'heads'),
      );
      const mixed = await outputsOf(network, TASKS, [row], constantFirst, common);
      expect(mixed).toEqual(await plainOutputs(of, towers, constantFirst));
    });
  });

  it('zero gate weights mix uniformly: experts with a linear head average their outputs', async () => {
    await withNetwork(MMOE, of, async (network) => {
      const row = withSection(network, noisyWeights(network, 3), 'gates.0', () => 0);
      const experts = sectionOf(network, row, 'experts.0');
      const size = experts.length / 3;
      const perExpert = await Promise.all(
        [0, 1, 2].map((expert) => {
          const trunk = experts.slice(expert * size, (expert + 1) * size);
          return plainOutputs(
            of,
            towersOf(() => trunk, sectionOf(network, row, 'heads')),
            inputs,
          );
        }),
      );
      const [first, second, third] = perExpert;
      const average = (first ?? inputs).map((value, i) => (value + (second?.[i] ?? NaN) + (third?.[i] ?? NaN)) / 3);
      expectClose(await outputsOf(network, TASKS, [row], inputs, common), average);
    });
  });

  it('identical gates are one gate for all tasks', async () => {
    await withNetwork(OMOE, of, async (one) => {
      const row = noisyWeights(one, 4);
      const gate = sectionOf(one, row, 'gates.0');
      await withNetwork(MMOE, of, async (each) => {
        const parts = [sectionOf(one, row, 'experts.0'), gate, gate, gate, sectionOf(one, row, 'heads')];
        const same = Float32Array.from(parts.flatMap((part) => [...part]));
        expect(await outputsOf(each, TASKS, [same], inputs, common)).toEqual(
          await outputsOf(one, TASKS, [row], inputs, common),
        );
      });
    });
  });

  it('without weight on own experts, CGC is MMoE', async () => {
    const own: ExpertsScheme = { ...PLE, levels: 1, experts: 3, units: 4 };
    await withNetwork(MMOE, of, async (plain) => {
      const row = noisyWeights(plain, 5);
      await withNetwork(own, of, async (cgc) => {
        const constantFirst = inputs.map((x, i) => (i % INPUTS === 0 ? 1 : x));
        const gates = sectionOf(plain, row, 'gates.0');
        let start = noisyWeights(cgc, 6);
        for (const name of ['experts.0', 'heads']) {
          const values = sectionOf(plain, row, name);
          start = withSection(cgc, start, name, (i) => values[i] ?? NaN);
        }
        // Four experts per gate: three shared ones, then the task's own, which the constant input switches off.
        const switchedOff = withSection(cgc, start, 'gates.0', (i) => {
          const [line, expert] = [Math.floor(i / 4), i % 4];
          return expert < 3 ? (gates[line * 3 + expert] ?? NaN) : line % 3 === 0 ? -500 : 0;
        });
        expectClose(
          await outputsOf(cgc, TASKS, [switchedOff], constantFirst, common),
          await outputsOf(plain, TASKS, [row], constantFirst, common),
        );
      });
    });
  });

  it('three levels of PLE agree with the formulas, worked out number by number', async () => {
    const shallow = setting([2, 2, 2], [4]);
    const scheme: ExpertsScheme = { ...PLE, experts: 2, ownExperts: 2, units: 3, levels: 3 };
    await withNetwork(scheme, shallow, async (network) => {
      const row = noisyWeights(network, 8);
      const section = (name: string): Float32Array => sectionOf(network, row, name);
      const reference = { tasks: TASKS, shared: 2, own: 2, units: 3, levels: 3, section };
      const heads = section('heads');
      const outputs = await outputsOf(network, TASKS, [row], inputs, common);
      for (let line = 0; line < TASKS * ROWS; line++) {
        const task = Math.floor(line / ROWS);
        const features = pleFeatures(reference, task, [...inputs.slice(line * INPUTS, (line + 1) * INPUTS)]);
        for (let j = 0; j < 2; j++) {
          // 3 x 2 weights and 2 biases per head.
          const bias = heads[task * 8 + 6 + j] ?? NaN;
          const expected = features.reduce((sum, value, i) => sum + value * (heads[task * 8 + i * 2 + j] ?? NaN), bias);
          expect(outputs[line * 2 + j]).toBeCloseTo(expected, 5);
        }
      }
    });
  });

  it("another task's own experts reach a task through the shared gate only, so only over two levels", async () => {
    for (const levels of [1, 2]) {
      await withNetwork({ ...PLE, levels }, of, async (network) => {
        const row = noisyWeights(network, 7);
        const section = network.sections.find(({ name }) => name === 'ownExperts.0');
        const size = sizeOf(section?.shape ?? []) / TASKS;
        const changed = withSection(network, row, 'ownExperts.0', (i) => {
          return (sectionOf(network, row, 'ownExperts.0')[i] ?? NaN) + (i >= 2 * size ? 0.5 : 0);
        });
        const before = await outputsOf(network, TASKS, [row], inputs, common);
        const after = await outputsOf(network, TASKS, [changed], inputs, common);
        const firstTask = { before: before.slice(0, BLOCK), after: after.slice(0, BLOCK) };
        if (levels === 1) expect(firstTask.after).toEqual(firstTask.before);
        else expect(firstTask.after).not.toEqual(firstTask.before);
        expect(after.slice(2 * BLOCK)).not.toEqual(before.slice(2 * BLOCK));
      });
    }
  });
});
