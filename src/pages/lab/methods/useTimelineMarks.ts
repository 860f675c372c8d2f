import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdjustmentMark } from '../../../charts/chartProps';
import { mergeMarks, timelineMarks } from '../../../charts/fromRecord/methods/timelineMarks';
import type { RunMarks } from '../../../charts/fromRecord/useRunMarks';
import type { ExperimentSpec } from '../../../spec/experiment';

/** So many arms are named where an event does not happen to all. */
const NAMED = 2;

/** The events of the run's timelines as ticks on the step axis, together with other marks. */
export function useTimelineMarks(
  spec: Pick<ExperimentSpec, 'arms'>,
  marks: RunMarks,
  others: readonly AdjustmentMark[],
): readonly AdjustmentMark[] {
  const { t } = useTranslation(['lab', 'methods']);
  const events = useMemo(
    () =>
      timelineMarks(spec, ({ operation, arms }) => {
        const name =
          operation.do === 'fuse'
            ? `${t('methods:timeline.fuse.name')} (${t(`methods:fusion.${operation.method.kind}.name`)})`
            : operation.do === 'anchor'
              ? t(`methods:timeline.anchor-${operation.penalty}.name`)
              : t(`methods:timeline.${operation.do}.name`);
        if (arms.length === spec.arms.length) return name;
        const named = arms.slice(0, NAMED).map((arm) => marks.arms[arm]?.label ?? '');
        const list = named.join(t('lab:panels.list'));
        return arms.length > NAMED
          ? t('lab:panels.eventMore', { event: name, arms: list, more: arms.length - NAMED })
          : t('lab:panels.event', { event: name, arms: list });
      }),
    [spec, marks.arms, t],
  );
  return useMemo(() => mergeMarks(events, others), [events, others]);
}
