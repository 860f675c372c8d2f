import type { TFunction } from 'i18next';
import { formatMean } from '../../ui/formatInterval';
import type { TaskMark } from '../../ui/taskMark';
import type { GainVerdict } from '../chartProps';
import { joinSentences } from '../joinSentences';

export interface AffinityView {
  readonly tasks: readonly TaskMark[];
  readonly value: (from: number, to: number) => number;
  readonly verdict: (from: number, to: number) => GainVerdict;
  readonly groups: readonly (readonly number[])[] | null;
  readonly bestGroups: readonly (readonly number[])[] | null;
}

/** How often a step on one task helps or hurts another, where most, and which groups that suggests. */
export function affinitySummary(view: AffinityView, t: TFunction<['methods', 'charts']>): string {
  const { tasks, value, verdict } = view;
  const pairs = tasks
    .flatMap((_, from) => tasks.map((__, to) => ({ from, to, mean: value(from, to), said: verdict(from, to) })))
    .filter(({ from, to, mean }) => from !== to && Number.isFinite(mean))
    .sort((a, b) => b.mean - a.mean);
  const best = pairs[0];
  if (best === undefined) return t('charts:chart.empty');
  const name = (task: number): string => tasks[task]?.name ?? '';
  const list = (groups: readonly (readonly number[])[]): string =>
    groups.map((group) => `{${group.map(name).join(t('charts:towers.list'))}}`).join(' ');
  const same = view.bestGroups !== null && view.groups !== null && sameGroups(view.groups, view.bestGroups);
  return joinSentences([
    t('methods:picture.affinity.summary', {
      all: pairs.length,
      helps: pairs.filter(({ said }) => said === 'helps').length,
      hurts: pairs.filter(({ said }) => said === 'hurts').length,
      from: name(best.from),
      to: name(best.to),
      most: formatMean(Number(best.mean.toPrecision(2)), { signed: true }),
    }),
    ...(view.groups === null ? [] : [t('methods:picture.affinity.suggested', { list: list(view.groups) })]),
    ...(view.bestGroups === null
      ? []
      : [
          same
            ? t('methods:picture.affinity.bestSame')
            : t('methods:picture.affinity.best', { list: list(view.bestGroups) }),
        ]),
  ]);
}

/** Whether two partitions are the same, whatever the order of groups and members. */
export function sameGroups(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): boolean {
  const key = (groups: readonly (readonly number[])[]): string =>
    groups
      .map((group) => [...group].sort((x, y) => x - y).join())
      .sort()
      .join(';');
  return key(a) === key(b);
}
