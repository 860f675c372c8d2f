import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../../i18n';
import { layerCount, type ExperimentSpec } from '../../spec/experiment';
import type { TaskShape } from '../../spec/taskShape';
import { armMarks, type ArmMark } from '../../ui/armMark';
import type { TaskMark } from '../../ui/taskMark';

const KNOWN_TASKS = ['species', 'sex', 'mass', 'teacher-1', 'teacher-2'] as const;

export interface RunMarks {
  readonly arms: readonly ArmMark[];
  readonly tasks: readonly TaskMark[];
  /** Names of the layers with parameters, input side first. */
  readonly layers: readonly string[];
}

/** Words, strokes and hues of a run in the reader's language; the same wherever the run is shown. */
export function useRunMarks(spec: ExperimentSpec, tasks: readonly TaskShape[]): RunMarks {
  const { t } = useTranslation();
  const { arms, model } = spec;
  return useMemo(() => {
    const words = { alone: t('scheme.alone'), hard: t('scheme.hard'), full: t('scheme.full'), soft: t('scheme.soft') };
    return {
      arms: armMarks(arms, layerCount(model), words, (lambda) => formatSignificant(lambda)),
      tasks: tasks.map(({ name }, hue) => {
        const known = KNOWN_TASKS.find((each) => each === name);
        return { name: known === undefined ? name : t(`task.${known}`), hue };
      }),
      layers: [
        ...model.trunk.map((_, index) => t('layer.trunk', { n: index + 1 })),
        ...model.head.map((_, index) => t('layer.head', { n: index + 1 })),
        t('layer.output'),
      ],
    };
  }, [arms, model, tasks, t]);
}
