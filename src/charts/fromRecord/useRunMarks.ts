import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type sources from '../../i18n/locales/en/sources.json';
import { layerCount, type ExperimentSpec } from '../../spec/experiment';
import type { TaskShape } from '../../spec/taskShape';
import type { ArmMark } from '../../ui/armMark';
import type { TaskMark } from '../../ui/taskMark';
import { useArmMarks } from '../../ui/useArmMarks';

/** Tasks of the first sources: their words travel with the first script. */
const FIRST_TASKS = ['species', 'sex', 'mass', 'first', 'second', 'teacher-1', 'teacher-2'] as const;

type SourceTask = keyof (typeof sources)['task'];

/** Tasks of the other sources: their words are fetched where such a task is shown. */
export const SOURCE_TASKS = [
  ...(['third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'] as const),
  ...(['main', 'aux-1', 'aux-2', 'aux-3', 'a-1', 'a-2', 'a-3', 'b-1', 'b-2', 'b-3'] as const),
  ...(['left', 'right', 'digit', 'parity', 'atLeastFive', 'type', 'maximum', 'wind'] as const),
  ...(['topic', 'sentiment', 'entity', 'books', 'films', 'phones', 'highResource', 'lowResource'] as const),
] satisfies readonly SourceTask[];

export interface RunMarks {
  readonly arms: readonly ArmMark[];
  readonly tasks: readonly TaskMark[];
  /** Names of the layers with parameters, input side first. */
  readonly layers: readonly string[];
}

/** A task in the reader's language; one that an author named keeps its name. */
function taskName(name: string, t: TFunction<['common', 'sources']>): string {
  const first = FIRST_TASKS.find((each) => each === name);
  if (first !== undefined) return t(`common:task.${first}`);
  const other = SOURCE_TASKS.find((each) => each === name);
  return other === undefined ? name : t(`sources:task.${other}`);
}

/** Words, strokes and hues of a run in the reader's language; the same wherever the run is shown. */
export function useRunMarks(spec: Pick<ExperimentSpec, 'arms' | 'model'>, shapes: readonly TaskShape[]): RunMarks {
  const needed = shapes.some(({ name }) => SOURCE_TASKS.some((each) => each === name));
  const namespaces: ['common', 'sources'] | ['common'] = needed ? ['common', 'sources'] : ['common'];
  const { t } = useTranslation(namespaces as ['common', 'sources']);
  const { model } = spec;
  const arms = useArmMarks(spec.arms, layerCount(model));
  return useMemo(
    () => ({
      arms,
      tasks: shapes.map(({ name }, hue) => ({ name: taskName(name, t), hue })),
      layers: [
        ...model.trunk.map((_, index) => t('layer.trunk', { n: index + 1 })),
        ...model.head.map((_, index) => t('layer.head', { n: index + 1 })),
        t('layer.output'),
      ],
    }),
    [arms, model, shapes, t],
  );
}
