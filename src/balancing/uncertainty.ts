/**
 * Uncertainty weights (Kendall, Gal & Cipolla 2018): each task has s = log(variance), learned with the network.
 *
 *   log-variance    (e^-s L + s) / 2     w = e^-s / 2   s* = log L        unhalved   e^-s L + s     w = e^-s     s* = log L
 *   classification   e^-s L + s / 2      w = e^-s       s* = log 2L       misread    e^-s L / 2 + s w = e^-s / 2 s* = log(L / 2)
 *   revised         L / (2v) + log(1 + v), v = e^s (Liebel & Koerner 2018)  w = 1 / (2v)  v* = (L + sqrt(L^2 + 8L)) / 4
 *
 * At s* the objective is that of `log` up to constants, so it does not see the scale of a loss.
 * Code differs in the form (LibMTL and nash-mtl: log-variance; the authors' notebook: unhalved; some write log sigma for
 * log sigma^2: misread) and in the start (-0.5 or 0). A first gradient of size e^-s L fills Adam's second moment and
 * freezes s for about a thousand steps when L is large: hence `first-loss` begins at s* of the first losses.
 * Weights are those of the present s; s moves at the same time as the network.
 */
import { exp, log } from '../numeric/elementary';
import type { UncertaintyBalancing, UncertaintyForm } from '../spec/balancing';
import { beyondRounding, learn, learnedSize, learnedValues } from './learnedNumbers';
import type { BalancingMethod } from './method';
import { taskLosses } from './taskLosses';

/** [a, b] of the objective a e^-s L + b s. */
const FACTORS: Readonly<Record<Exclude<UncertaintyForm, 'revised'>, readonly [number, number]>> = {
  'log-variance': [0.5, 0.5],
  unhalved: [1, 1],
  classification: [1, 0.5],
  misread: [0.5, 1],
};

/** s at which the objective of one task is stationary for a loss that stays. */
export function stationaryLogVariance(form: UncertaintyForm, loss: number): number {
  if (form === 'revised') return log((loss + Math.sqrt(loss * loss + 8 * loss)) / 4);
  const [a, b] = FACTORS[form];
  return log((a * loss) / b);
}

/** Factor of the loss at s. */
export function uncertaintyWeight(form: UncertaintyForm, s: number): number {
  return (form === 'revised' ? 0.5 : FACTORS[form][0]) * exp(-s);
}

/** Derivative of the objective of one task by s. */
export function uncertaintySlope(form: UncertaintyForm, s: number, loss: number): number {
  const pull = -uncertaintyWeight(form, s) * loss;
  return form === 'revised' ? pull + 1 / (1 + exp(-s)) : pull + FACTORS[form][1];
}

export const uncertainty: BalancingMethod<UncertaintyBalancing> = {
  kind: 'uncertainty',
  needs: 'losses',
  scales: 'losses',
  initialState: (tasks) => new Float64Array(learnedSize(tasks)),
  weigh({ form, rate, start }, input) {
    const tasks = input.rows.length;
    const losses = taskLosses(input.losses, tasks);
    const begin = taskLosses(input.firstLosses, tasks).map((loss) =>
      start === 'zero' ? 0 : stationaryLogVariance(form, loss),
    );
    const s = learnedValues(input.state, begin);
    const slopes = s.map((value, t) => beyondRounding(uncertaintySlope(form, value, losses[t] ?? 0)));
    return {
      weights: s.map((value) => uncertaintyWeight(form, value)),
      state: learn(input.state, s, slopes, rate),
    };
  },
};
