import type { PresetId } from '../../../presets';
import type { TaskChoice } from '../../measure/schemeComparison';

export interface TableSource {
  readonly id: 'angle' | 'linear' | 'same' | 'negated' | 'penguins' | 'penguinsFew';
  readonly preset: PresetId;
  /** What the swept value counts. */
  readonly sweep: 'angle' | 'labels' | null;
  /** Two teachers of one preset are drawn alike: their mean says it all. Real tasks differ: each has its row. */
  readonly tasks: TaskChoice;
}

/** The runs behind table 7, in the order of its rows. Adding a data set = one line here and its name in the catalogue. */
export const tableSources = [
  { id: 'angle', preset: 'phase-diagram', sweep: 'angle', tasks: 'mean' },
  { id: 'linear', preset: 'angle-linear', sweep: 'angle', tasks: 'mean' },
  { id: 'same', preset: 'same-task', sweep: null, tasks: 'mean' },
  { id: 'negated', preset: 'negated', sweep: null, tasks: 'mean' },
  { id: 'penguins', preset: 'penguins', sweep: null, tasks: 'each' },
  { id: 'penguinsFew', preset: 'penguins-few-labels', sweep: 'labels', tasks: { only: 'mass' } },
] as const satisfies readonly TableSource[];
