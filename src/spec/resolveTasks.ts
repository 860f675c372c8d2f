/** Data sources with every default written out, and the points of a sweep. */
import type { PointSpec } from './experiment';
import type { PresetSweep, PresetTasks } from './preset';
import { describeSource, type ResolvedSource, type SourceName, type WrittenSource } from './sources/registry';
import type { TaskSource } from './taskSource';

export function resolveTasks(tasks: PresetTasks): TaskSource {
  return resolveSource(tasks.source, tasks);
}

/** One point without a sweep; else one per value. Names of fields the source lacks are left for the checks to refuse. */
export function resolvePoints(source: TaskSource, sweep: PresetSweep | undefined): readonly PointSpec[] {
  const one: PointSpec = { value: null, tasks: source, width: null, fold: null };
  if (sweep === undefined) return [one];
  return sweep.values.map((value): PointSpec => {
    switch (sweep.over) {
      case 'width':
        return { ...one, value, width: value };
      case 'fold':
        return { ...one, value, fold: { index: value, of: sweep.values.length } };
      default:
        return { ...one, value, tasks: atValue(source.source, source, sweep, value) };
    }
  });
}

function resolveSource<Name extends SourceName>(name: Name, written: WrittenSource<Name>): ResolvedSource<Name> {
  return describeSource(name).resolve(written);
}

function atValue<Name extends SourceName>(
  name: Name,
  source: ResolvedSource<Name>,
  sweep: PresetSweep,
  value: number,
): ResolvedSource<Name> {
  const task = 'task' in sweep ? sweep.task : undefined;
  return describeSource(name).sweeps[sweep.over]?.(source, value, task) ?? source;
}
