/** The step of one network: gradients, balancing, coupling, optimizer, and what some schemes do after it. */
import type { TowerPlan } from '../../fused/towerPlan';
import type { StepKernels } from '../../fused/wasm/stepModule';
import type { RowRule } from '../../sharing/rowRule';
import { laneCount } from '../../spec/experiment';
import type { Balancer } from '../balancer';
import { dataRowOf, type CohortData } from '../cohortData';
import type { RowSettings } from '../fusedTables/rowSettings';
import { stepPace, type StepPace } from '../fusedTables/stepPace';
import { shrinkNetwork } from '../hostShrink';
import { prefixColumns } from '../layout';
import { metaCycle } from '../metaCycle';
import type { ArmPhase } from '../phase';
import { scheduledRate } from '../rateTable';
import { companionAt, stateOrder } from '../stateOrder';
import { createSimdBalancing } from './simdBalancing';
import { createSimdCoupling } from './simdCoupling';
import { layersTogether } from './layersTogether';
import { createSimdGradients, type TaskRows } from './simdGradients';
import type { SimdFeed } from './simdFeed';
import type { Region, SimdMemory } from './simdMemory';
import type { SimdRows } from './simdRows';
import { takeOuterStep } from './simdMeta';

const FLOAT = 4;

export interface LaneStep {
  /** Takes `count` steps of one network; their rows have been prepared. */
  advance(lane: number, step: number, count: number): void;
  /** @param phases one per arm @param settings one per row of theta */
  applyPhases(phases: readonly ArmPhase[], settings: readonly RowSettings[]): void;
}

export interface LaneStepParts {
  readonly data: CohortData;
  readonly tower: TowerPlan;
  readonly memory: SimdMemory;
  readonly feed: SimdFeed;
  readonly parts: SimdRows;
  readonly kernels: StepKernels;
  /** T rows, of the network at work. */
  readonly gradient: Region;
  readonly gramian: Region;
  /** Raw outputs of the tower at work. */
  readonly outputs: Region;
  readonly balancer: Balancer | null;
}

/** {@link TaskRows} of which every step changes the addresses of the data. */
type PlannedRows = { -readonly [K in keyof TaskRows]: TaskRows[K] };

/** Numbers that the optimizer moves alike: addresses, and how many vectors. */
interface Move {
  readonly theta: number;
  readonly gradient: number;
  readonly slots: readonly number[];
  readonly count: number;
}

/** One network between two changes of its arm. */
interface Lane {
  readonly phase: ArmPhase;
  readonly rule: RowRule;
  readonly rows: readonly PlannedRows[];
  readonly moves: readonly Move[];
  /** Data rows of the tasks. */
  readonly data: readonly number[];
  /** Layers that are computed once for all tasks; 0 = each tower by itself. */
  readonly together: number;
}

export function createLaneStep(given: LaneStepParts): LaneStep {
  const { data, tower, memory, kernels, feed, parts, balancer } = given;
  const { spec, tasks } = data;
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
  const order = stateOrder(spec);
  const at = {
    anchor: companionAt(order, 'anchor'),
    stiffness: companionAt(order, 'stiffness'),
    common: companionAt(order, 'common'),
  };
  const vectors = tower.columns / 4;
  const gradients = createSimdGradients(kernels, shapes);
  const coupling = createSimdCoupling(kernels, tower, tasks);
  const width = tower.layers.at(-1)?.width ?? 0;
  const balancing =
    balancer &&
    createSimdBalancing(balancer, kernels, memory, tower, tasks, {
      outputs: given.outputs,
      width,
      gramian: given.gramian,
    });
  const metaOf = spec.arms.map((arm) => metaCycle(arm.scheme));
  const armOf = (lane: number): number => Math.floor(lane / spec.seeds.length) % spec.arms.length;
  let lanes: readonly Lane[] = [];
  /** Paces of the steps last asked for, by arm and step. */
  let paces: readonly (readonly StepPace[])[] = [];
  let pacesFrom = -1;

  function pace(lane: number, step: number): StepPace {
    const found = paces[armOf(lane)]?.[step - pacesFrom];
    if (!found) throw new RangeError(`step ${step} was not prepared`);
    return found;
  }

  function preparePaces(step: number, count: number): void {
    if (pacesFrom === step && (paces[0]?.length ?? 0) >= count) return;
    pacesFrom = step;
    const perArm = lanes.filter(
      (_, lane) => lane < spec.arms.length * spec.seeds.length && lane % spec.seeds.length === 0,
    );
    paces = perArm.map(({ phase }) =>
      Array.from({ length: count }, (_, k) => stepPace(spec.training, phase, step + k)),
    );
  }

  /** What the tasks of a network train on, whatever the step. */
  function plannedRows(
    index: number,
    settings: readonly RowSettings[],
    dataRow: readonly number[],
  ): readonly PlannedRows[] {
    return settings.map(({ used, scale, outputScale }, task) => ({
      theta: parts.at(0, index * tasks + task),
      gradient: given.gradient.address + task * tower.columns * FLOAT,
      inputs: 0,
      targets: 0,
      // Methods that weigh losses look at all rows, whatever counts.
      rows: balancer?.needsLosses === true ? feed.rows(dataRow[task] ?? 0) : used,
      used,
      scale,
      outputScale,
    }));
  }

  /** Looks at the rows of a step; in place, since a step of a small network takes no longer than a few new objects. */
  function look(lane: Lane, step: number): void {
    lane.rows.forEach((rows, task) => {
      const u = lane.data[task] ?? 0;
      rows.inputs = feed.inputs(step, u);
      rows.targets = feed.targets(step, u);
    });
  }

  /** The gradient rows as the optimizer wants them. */
  function direction(lane: Lane, index: number, step: number): void {
    const gradient = given.gradient.address;
    look(lane, step);
    if (lane.together > 0) {
      gradients.together(lane.rows, lane.together);
    } else {
      const arm = lane.phase.arm;
      gradients.apart(lane.rows, (task) => {
        const shape = shapes[task];
        if (balancing && shape) balancing.note(task, shape, feed.split(step, lane.data[task] ?? 0), arm);
      });
      const balanced = balancing?.weigh(step, index, spec.arms[armOf(index)] ?? arm, gradient) ?? null;
      if (balanced?.scales === 'losses') scaleRows(balanced.weights);
      coupling.tie(lane.rule, gradient, balanced?.scales === 'gradients' ? balanced.weights : null);
    }
    const theta = parts.at(0, index * tasks);
    if (at.anchor !== -1 && lane.together === 0) {
      const [home, stiffness] = [parts.at(at.anchor, index * tasks), parts.at(at.stiffness, index * tasks)];
      kernels.anchor(gradient, theta, home, stiffness, tasks * vectors);
    }
    coupling.pull(lane.rule, gradient, theta);
  }

  function scaleRows(weights: ArrayLike<number>): void {
    for (let task = 0; task < tasks; task++) {
      kernels.scale(given.gradient.address + task * tower.columns * FLOAT, vectors, weights[task] ?? 1);
    }
  }

  /** What the optimizer moves in a step: all rows at once, or each task's own columns and, for all, the tied ones of the first. */
  function plannedMoves(index: number, together: number): readonly Move[] {
    const move = (task: number, column: number, count: number): Move => {
      const at = (base: number): number => base + (task * tower.columns + column) * FLOAT;
      return {
        theta: at(parts.at(0, index * tasks)),
        gradient: at(given.gradient.address),
        slots: Array.from({ length: order.slots }, (_, slot) => at(parts.at(1 + slot, index * tasks))),
        count,
      };
    };
    if (together === 0) return [move(0, 0, tasks * vectors)];
    const tied = prefixColumns(tower, together);
    return shapes.map((_, task) => (task === 0 ? move(0, 0, vectors) : move(task, tied, vectors - tied / 4)));
  }

  /** Gives all rows of a network what the first one has on its tied columns. */
  function spreadTrunk(lane: Lane, index: number): void {
    if (lane.together === 0) return;
    for (let part = 0; part <= order.slots; part++) coupling.spread(lane.rule, parts.at(part, index * tasks));
  }

  function takeStep(lane: Lane, index: number, step: number): void {
    const { rate, epsilon } = pace(index, step);
    const theta = parts.at(0, index * tasks);
    const meta = metaOf[armOf(index)];
    direction(lane, index, step);
    for (const { theta: rows, gradient, count, slots } of lane.moves) {
      kernels.update(rows, gradient, count, rate, epsilon, ...slots);
    }
    coupling.shrink(lane.rule, theta, rate);
    if (meta) {
      const common = parts.lane(memory, at.common, index);
      takeOuterStep(meta, step, parts.lane(memory, 0, index), memory.floats(given.gradient), common, tasks);
    }
    if (lane.rule.penalty !== 'squared') {
      const { learningRate } = lane.phase.arm;
      const strength =
        scheduledRate(spec.training, { learningRate, restartedAt: lane.phase.restartedAt }, step) * lane.rule.stiffness;
      shrinkNetwork(parts.lane(memory, 0, index), lane.rule, tower, tasks, strength);
    }
  }

  return {
    advance(index, step, count) {
      const lane = lanes[index];
      if (!lane) throw new RangeError(`no lane ${index}`);
      preparePaces(step, count);
      for (let k = 0; k < count; k++) takeStep(lane, index, step + k);
      spreadTrunk(lane, index);
    },
    applyPhases(phases, settings) {
      pacesFrom = -1;
      lanes = Array.from({ length: laneCount(spec) }, (_, index): Lane => {
        const own = settings.slice(index * tasks, (index + 1) * tasks);
        const phase = phases[armOf(index)];
        const rule = own[0]?.rule;
        if (!phase || !rule) throw new RangeError(`no settings of lane ${index}`);
        const dataRow = own.map((_, task) => dataRowOf(spec, tasks, index * tasks + task));
        const together = layersTogether(data, tower, feed, index, rule, own, dataRow);
        return {
          phase,
          rule,
          rows: plannedRows(index, own, dataRow),
          moves: plannedMoves(index, together),
          data: dataRow,
          together,
        };
      });
    },
  };
}
