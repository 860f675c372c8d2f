/** What can be compared side by side over a source, and values to begin with. */
import type { DraftExperiment } from '../labDraft';
import { sourceOf } from '../labDraft';
import type { PresetSweep } from '../../../spec/preset';
import { describeSource, type ResolvedSource, type SourceName } from '../../../spec/sources/registry';
import { splitRows } from '../../../spec/taskShapes';

export type SweepOver = PresetSweep['over'];

const OVERS: readonly SweepOver[] = [
  ...(['angle', 'noise', 'samples', 'correlation', 'scale', 'start', 'width', 'fold'] as const),
];

function namesOf<Name extends SourceName>(name: Name, source: ResolvedSource<Name>, trunk: boolean): readonly string[] {
  const description = describeSource(name);
  const folds = description.canFold?.(source) ?? true;
  return [...Object.keys(description.sweeps), ...(trunk ? ['width'] : []), ...(folds ? ['fold'] : [])];
}

/** Empty while the source's settings do not fit together. */
export function sweepOffers({ tasks, model }: DraftExperiment): readonly SweepOver[] {
  const found = sourceOf(tasks);
  if (found === null) return [];
  const names = namesOf(found.source.source, found.source, model.trunk.length > 0);
  return OVERS.filter((over) => names.includes(over));
}

/** A sweep with values that show something. */
export function firstSweep(over: SweepOver, { tasks, training }: DraftExperiment): PresetSweep {
  switch (over) {
    case 'angle':
      return { over, values: [0, 45, 90] };
    case 'noise':
      return { over, values: [0, 0.2, 0.5] };
    case 'samples': {
      const found = sourceOf(tasks);
      const most = found === null ? 100 : Math.min(...splitRows(found.source).map(({ train }) => train));
      // A step cannot see more rows than there are.
      const least = Math.min(most, training.batch ?? 2);
      const values = [0.1, 0.3, 1].map((part) => Math.max(least, Math.round(part * most)));
      return { over, values: [...new Set(values)] };
    }
    case 'correlation':
      return { over, values: [0, 0.5, 1] };
    case 'scale':
      return { over, values: [1, 10, 100] };
    case 'start':
      return { over, values: [0, 1, 2] };
    case 'width':
      return { over, values: [4, 16, 64] };
    case 'fold':
      return { over, values: folds(5) };
  }
}

/** All folds of a cross-validation. */
export function folds(count: number): readonly number[] {
  return Array.from({ length: count }, (_, fold) => fold);
}
