import type { TFunction } from 'i18next';
import { formatSignificant } from '../i18n/numberFormat';
import type { TowersProps } from './chartProps';
import { joinSentences } from './joinSentences';
import { sharedLayerCount } from './sharedLayerCount';

/** The towers in words: how many, what joins them, how far apart they are, how each task does. */
export function towersSummary(props: TowersProps, t: TFunction<'charts'>): string {
  const { scheme, tasks, layers, lambda = 0 } = props;
  const names = tasks.map((task) => task.name);
  const list =
    names.length < 2
      ? names.join('')
      : names.slice(0, -1).join(t('towers.list')) + t('towers.and') + (names.at(-1) ?? '');
  const common = { tasks: list, layers: layers.length };
  const parts: string[] = [];
  if (scheme === 'alone') parts.push(t('towers.alone', common));
  else if (scheme === 'hard') {
    const shared = sharedLayerCount(props);
    parts.push(shared >= layers.length ? t('towers.hardAll', common) : t('towers.hard', { ...common, shared }));
  } else {
    parts.push(t('towers.soft', { ...common, lambda: formatSignificant(lambda, 2) }));
    const known = layers.filter((layer) => layer.relativeDistance !== null);
    const [first, last] = [known[0], known.at(-1)];
    if (first !== undefined && last !== undefined && first !== last) {
      parts.push(
        t('towers.softDistance', {
          first: formatSignificant(first.relativeDistance ?? 0),
          firstLayer: first.name,
          last: formatSignificant(last.relativeDistance ?? 0),
          lastLayer: last.name,
        }),
      );
    }
  }
  const scores = tasks.flatMap((task) => {
    const value =
      task.score ?? (task.loss === undefined ? undefined : t('towers.loss', { value: formatSignificant(task.loss) }));
    return value === undefined ? [] : [t('towers.score', { task: task.name, value })];
  });
  return joinSentences([
    ...parts,
    ...(scores.length > 0 ? [t('towers.scores', { list: scores.join(t('towers.semicolon')) })] : []),
  ]);
}
