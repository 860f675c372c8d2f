import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type sources from '../../i18n/locales/en/sources.json';
import type { TaskShape } from '../../spec/taskShape';

type KnownTask = keyof (typeof sources)['task'];

/** Names of the tasks in the reader's language; those that their author made up stay as they are. */
export function useTaskNames(shapes: readonly TaskShape[], source: string): readonly string[] {
  const { t, i18n } = useTranslation('sources');
  return useMemo(
    () =>
      shapes.map(({ name }) =>
        source !== 'own' && source !== 'table' && i18n.exists(`sources:task.${name}`)
          ? t(`task.${name as KnownTask}`)
          : name,
      ),
    [shapes, source, t, i18n],
  );
}
