/** Whether a sweep varies what its source can vary, over values that the source could have been written with. */
import type { PresetExperiment, PresetSweep, PresetTasks } from '../preset';
import { resolvePoints, resolveTasks } from '../resolveTasks';
import { describeSource, type ResolvedSource, type SourceName } from '../sources/registry';
import type { SpecProblem } from '../specProblem';
import { tasksField } from '../taskFields';
import { taskShapes } from '../taskShapes';
import type { TaskSource } from '../taskSource';
import { zodProblems } from '../zodProblems';
import { duplicates } from './duplicates';

const SWEEP = ['experiment', 'sweep'] as const;
const VALUES = [...SWEEP, 'values'] as const;

/** @param checkSource what a written source is checked with; the source at each value has to stand it too */
export function checkSweep(
  experiment: PresetExperiment,
  sweep: PresetSweep,
  checkSource: (tasks: PresetTasks) => readonly SpecProblem[],
): readonly SpecProblem[] {
  const source = resolveTasks(experiment.tasks);
  const allowed = sweepsOf(source.source, source);
  if (!allowed.includes(sweep.over)) {
    const params = { found: sweep.over, source: source.source, allowed: allowed.join(', ') };
    return [{ path: [...SWEEP, 'over'], code: 'sweep-unsupported', params }];
  }
  const repeated = duplicates(sweep.values, String, VALUES, []);
  switch (sweep.over) {
    case 'width':
      return experiment.model?.trunk?.length === 0
        ? [{ path: [...SWEEP, 'over'], code: 'no-trunk', params: {} }]
        : repeated;
    case 'fold':
      return checkFolds(sweep.values);
    default:
      return [...repeated, ...checkValues(source, sweep, checkSource), ...checkTask(source, sweep)];
  }
}

/** The names that can be swept over this source. */
function sweepsOf<Name extends SourceName>(name: Name, source: ResolvedSource<Name>): readonly string[] {
  const description = describeSource(name);
  const folds = description.canFold?.(source) ?? true;
  return [...Object.keys(description.sweeps), 'width', ...(folds ? ['fold'] : [])];
}

/** A cross-validation has all of its folds, in order: 0 .. k-1, at least two. */
function checkFolds(values: readonly number[]): readonly SpecProblem[] {
  if (values.length < 2) {
    return [{ path: VALUES, code: 'list-length', params: { found: values.length, expect: 'list', min: 2, max: 16 } }];
  }
  return values.flatMap((found, index): SpecProblem[] =>
    found === index
      ? []
      : [
          {
            path: [...VALUES, index],
            code: 'out-of-range',
            params: { found, expect: 'integer', min: index, max: index },
          },
        ],
  );
}

/** A value the author could not have written into the source itself is refused where it stands in the sweep. */
function checkValues(
  source: TaskSource,
  sweep: PresetSweep,
  checkSource: (tasks: PresetTasks) => readonly SpecProblem[],
): readonly SpecProblem[] {
  return resolvePoints(source, sweep).flatMap((point, index) => {
    const parsed = tasksField.safeParse(point.tasks);
    const [first] = parsed.success ? checkSource(parsed.data) : zodProblems(parsed.error.issues, point.tasks);
    return first === undefined ? [] : [{ ...first, path: [...VALUES, index] }];
  });
}

function checkTask(source: TaskSource, sweep: PresetSweep): readonly SpecProblem[] {
  const found = 'task' in sweep ? sweep.task : undefined;
  const names = taskShapes(source).map((shape) => shape.name);
  return found === undefined || names.includes(found)
    ? []
    : [{ path: [...SWEEP, 'task'], code: 'sweep-task', params: { found, allowed: names.join(', ') } }];
}
