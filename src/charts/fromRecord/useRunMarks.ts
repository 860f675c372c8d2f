import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { layerCount, type ExperimentSpec } from '../../spec/experiment';
import type { TaskShape } from '../../spec/taskShape';
import type { ArmMark } from '../../ui/armMark';
import type { TaskMark } from '../../ui/taskMark';
import { useArmMarks } from '../../ui/useArmMarks';

/** Tasks of the built-in sources; others are shown by the names their authors gave them. */
const KNOWN_TASKS = ['species', 'sex', 'mass', 'first', 'second', 'teacher-1', 'teacher-2'] as const;

export interface RunMarks {
  readonly arms: readonly ArmMark[];
  readonly tasks: readonly TaskMark[];
  /** Names of the layers with parameters, input side first. */
  readonly layers: readonly string[];
}

/** Words, strokes and hues of a run in the reader's language; the same wherever the run is shown. */
export function useRunMarks(spec: Pick<ExperimentSpec, 'arms' | 'model'>, shapes: readonly TaskShape[]): RunMarks {
  const { t } = useTranslation('common');
  const { model } = spec;
  const arms = useArmMarks(spec.arms, layerCount(model));
  return useMemo(
    () => ({
      arms,
      tasks: shapes.map(({ name }, hue) => {
        const known = KNOWN_TASKS.find((each) => each === name);
        return { name: known === undefined ? name : t(`task.${known}`), hue };
      }),
      layers: [
        ...model.trunk.map((_, index) => t('layer.trunk', { n: index + 1 })),
        ...model.head.map((_, index) => t('layer.head', { n: index + 1 })),
        t('layer.output'),
      ],
    }),
    [arms, model, shapes, t],
  );
}
