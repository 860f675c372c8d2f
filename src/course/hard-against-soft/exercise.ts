import type { FindSettingExercise, PredictCurveExercise } from '../exercise/exercise';

export type ReasonId = 'balance' | 'force' | 'parameters' | 'heads' | 'luck';

/** At 30 degrees the tasks agree in part: the gain rises, has a top, and falls again. */
export const predict30: PredictCurveExercise<'predict30', ReasonId> = {
  kind: 'predict-curve',
  id: 'predict30',
  preset: 'phase-diagram',
  value: 30,
  range: [-0.6, 0.6],
  explains: 'hump',
  reasons: [
    { id: 'force', correct: false, see: { preset: 'same-task' } },
    { id: 'balance', correct: true, see: { preset: 'angle-linear' } },
    { id: 'parameters', correct: false, see: { preset: 'penguins' } },
    { id: 'heads', correct: false, see: { preset: 'negated' } },
    { id: 'luck', correct: false, see: { preset: 'phase-diagram' } },
  ],
};

export const findSoft: FindSettingExercise<'findSoft'> = {
  kind: 'find-setting',
  id: 'findSoft',
  preset: 'phase-diagram',
  angle: { min: 0, max: 180, step: 5, start: 90 },
  lambda: { min: 1e-4, max: 10, start: 1 },
  seeds: 20,
  goals: [
    { better: 'soft', than: 'alone' },
    { better: 'soft', than: 'hard' },
  ],
};
