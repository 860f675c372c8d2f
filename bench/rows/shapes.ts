/** Completed network-steps per second of other shapes and numbers of lanes. Reported, without a goal. */
import type { ExperimentSpec } from '../../src/spec/experiment';
import { takeTurns } from '../contest';
import { createSimdTrainer } from '../contestants/simdTrainers';
import { trainerContestant } from '../contestants/trainers';
import { brief, NOTHING_FOUND } from '../finding';
import type { BenchPart } from '../part';
import { median } from '../statistics';
import { SHAPES } from './shapeSpecs';

const LANES = { all: [1, 8, 64, 512], quick: [1, 64] };
/** Numbers of the training rows of all lanes, at most: beyond, the data alone would fill a small machine. */
const MOST_NUMBERS = 1.5e8;

interface Plan {
  readonly blocks: number;
  readonly milliseconds: number;
}

/** Steps that take about a twentieth of a second, found by trying; the trying warms up, too. */
async function burstOf(advance: (steps: number) => Promise<unknown>): Promise<number> {
  for (let steps = 1; ; steps *= 2) {
    const start = performance.now();
    await advance(steps);
    if (performance.now() - start > 25) return steps;
  }
}

async function rate(spec: ExperimentSpec, workers: number, plan: Plan): Promise<number> {
  const trainer = await createSimdTrainer(spec, workers);
  const burst = await burstOf(async (steps) => {
    await trainer.advance(steps);
    await trainer.settle();
  });
  const rates = await takeTurns(new Map([['it', trainerContestant(spec, trainer, burst)]]), plan);
  return median(rates.get('it') ?? []);
}

export const shapes: BenchPart = {
  ids: ['shapes'],
  async measure({ quick, tell }) {
    const plan = quick ? { blocks: 1, milliseconds: 100 } : { blocks: 3, milliseconds: 400 };
    const counts = quick ? LANES.quick : LANES.all;
    const rows: string[][] = [];
    for (const { name, spec, numbers } of SHAPES) {
      for (const workers of [1, 2]) {
        tell(`${name}, ${workers === 1 ? 'one worker' : 'two workers'}`);
        const cells: string[] = [];
        for (const lanes of counts) {
          if (numbers * lanes > MOST_NUMBERS) cells.push('too much data');
          // One lane cannot be divided.
          else if (lanes < workers) cells.push('–');
          else cells.push(brief(await rate(spec(lanes), workers, plan)));
        }
        rows.push([name, `${workers}`, ...cells]);
      }
    }
    return {
      ...NOTHING_FOUND,
      listings: [
        {
          id: 'shapes',
          what: 'simd, completed network-steps per second by shape and lanes',
          head: ['network', 'workers', ...counts.map((lanes) => (lanes === 1 ? '1 lane' : `${lanes} lanes`))],
          rows,
        },
      ],
    };
  },
};
