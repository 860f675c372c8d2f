/** Whether the events of a timeline can happen: their tasks exist, their steps are reached, their schemes fit. */
import type { ArmSpec, ModelSpec, TrainingSpec } from '../experiment';
import type { PresetScheme } from '../preset';
import type { WrittenEvent } from '../resolveTimeline';
import { isRowScheme } from '../scheme';
import type { SpecProblem } from '../specProblem';
import type { TaskShape } from '../taskShape';
import { checkScheme, checkTask, haveEqualHeads } from './checkScheme';

interface Setting {
  readonly model: ModelSpec;
  readonly training: TrainingSpec;
  readonly shapes: readonly TaskShape[];
}

type Path = SpecProblem['path'];

/** @param written the author's events; `arm.timeline` holds them in the order of their steps. */
export function checkTimeline(
  arm: ArmSpec,
  written: PresetScheme | undefined,
  setting: Setting,
  path: Path,
): readonly SpecProblem[] {
  return (written?.timeline ?? []).flatMap((event, index) => {
    const place = [...path, index];
    return [
      ...checkStep(event, setting.training.steps, [...place, 'at']),
      ...checkKind(event, arm, [...place, 'do']),
      ...checkEvent(event, arm, setting, place),
    ];
  });
}

function checkStep(event: WrittenEvent, max: number, path: Path): readonly SpecProblem[] {
  return event.at <= max ? [] : [{ path, code: 'timeline-after-end', params: { found: event.at, max } }];
}

/** Loss weights, rates and adopted trunks concern every network; all other events act on rows of plain towers. */
function checkKind(event: WrittenEvent, arm: ArmSpec, path: Path): readonly SpecProblem[] {
  const anywhere = event.do === 'weights' || event.do === 'rate' || event.do === 'adopt';
  return anywhere || isRowScheme(arm.scheme)
    ? []
    : [{ path, code: 'timeline-needs-rows', params: { found: event.do } }];
}

function checkEvent(event: WrittenEvent, arm: ArmSpec, setting: Setting, path: Path): readonly SpecProblem[] {
  const { shapes, training } = setting;
  switch (event.do) {
    case 'weights': {
      const found = event.taskWeights.length;
      const expected = shapes.length;
      return found === expected
        ? []
        : [{ path: [...path, 'taskWeights'], code: 'length-mismatch', params: { found, expected } }];
    }
    case 'scheme': {
      const planned = arm.timeline.flatMap((each) =>
        each.do === 'scheme' && each.at === event.at ? [each.scheme] : [],
      );
      return planned.flatMap((scheme) => checkScheme(scheme, undefined, setting, [...path, 'to']));
    }
    case 'rows':
      return [
        ...checkTask(event.task, shapes, [...path, 'task']),
        ...(training.batch === null ? [] : [{ path: [...path, 'do'], code: 'rows-full-batch', params: {} } as const]),
      ];
    case 'adopt':
    case 'anchor':
      return checkTask(event.task, shapes, [...path, 'task']);
    case 'fuse':
      return [
        ...(event.tasks ?? []).flatMap((name, t) => checkTask(name, shapes, [...path, 'tasks', t])),
        ...checkFusedHeads(event, shapes, path),
      ];
    case 'rate':
    case 'prune':
    case 'quantise':
      return [];
  }
}

function checkFusedHeads(
  event: Extract<WrittenEvent, { do: 'fuse' }>,
  shapes: readonly TaskShape[],
  path: Path,
): readonly SpecProblem[] {
  const fused = shapes.filter((shape) => event.tasks?.includes(shape.name) ?? true);
  const weights = event.method.kind === 'weighted' ? event.method.weights.length : fused.length;
  return [
    ...(event.on === 'all' && !haveEqualHeads(fused)
      ? [{ path: [...path, 'on'], code: 'heads-differ', params: {} } as const]
      : []),
    ...(weights === fused.length
      ? []
      : [
          {
            path: [...path, 'method', 'weights'],
            code: 'length-mismatch',
            params: { found: weights, expected: fused.length },
          } as const,
        ]),
  ];
}
