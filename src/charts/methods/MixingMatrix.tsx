import { useTranslation } from 'react-i18next';
import { formatInterval, formatMean } from '../../ui/formatInterval';
import { TaskKey } from '../../ui/TaskKey';
import { taskColor, type TaskMark } from '../../ui/taskMark';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { ChartFrame } from '../ChartFrame';
import { useCalm } from '../useCalm';
import { inkShade } from './inkShade';
import { fixedText } from './fixedText';
import heat from './HeatCells.module.css';
import { ScrollBox } from './ScrollBox';
import { mixingSlots, ownShare } from './mixingSlots';

export interface MixingLayer {
  /** Where the mixture stands, e.g. `after trunk 1`. */
  readonly name: string;
  /** Row-major [n x n], n = tasks x subspaces: row = who receives, column = whose activations. Mean over seeds. */
  readonly alpha: ArrayLike<number>;
  /** Half widths of the intervals over seeds; `null` = one seed. */
  readonly halfWidth: ArrayLike<number> | null;
}

export interface MixingMatrixProps {
  readonly tasks: readonly TaskMark[];
  /** Input side first. */
  readonly layers: readonly MixingLayer[];
  /** Parts of every layer that mix separately (sluice); default 1 (cross-stitch). */
  readonly subspaces?: 1 | 2;
  /** Name of the network, where several are shown. */
  readonly heading?: string;
}

/** How much of whose activations each task goes on with, after every layer: small squares with numbers. */
export function MixingMatrix({ tasks, layers: given, subspaces = 1, heading }: MixingMatrixProps) {
  const { t } = useTranslation(['methods', 'charts']);
  const layers = useCalm(given);
  const slots = mixingSlots(tasks.length, subspaces);
  const name = (slot: { readonly task: number; readonly part: number }): string => {
    const task = tasks[slot.task]?.name ?? '';
    return subspaces === 1 ? task : t('methods:picture.mixing.part', { task, part: slot.part + 1 });
  };
  const at = (layer: MixingLayer, to: number, from: number): number => layer.alpha[to * slots.length + from] ?? NaN;
  const half = (layer: MixingLayer, to: number, from: number): number | null =>
    layer.halfWidth?.[to * slots.length + from] ?? null;
  const largest = Math.max(1e-9, ...layers.flatMap((layer) => Array.from(layer.alpha, Math.abs)));
  const title = heading ?? t('methods:picture.mixing.title');
  const shares = layers.map((layer) => ({ layer: layer.name, share: ownShare(layer.alpha, tasks.length, subspaces) }));
  const [first, last] = [shares[0], shares.at(-1)];
  return (
    <ChartFrame
      title={title}
      summary={
        first === undefined || last === undefined
          ? t('charts:chart.empty')
          : t('methods:picture.mixing.summary', {
              first: first.layer,
              firstShare: formatMean(Math.round(first.share * 100) / 100, { style: 'percent' }),
              last: last.layer,
              lastShare: formatMean(Math.round(last.share * 100) / 100, { style: 'percent' }),
            })
      }
      table={{
        columns: [t('methods:picture.mixing.cell'), ...layers.map((layer) => layer.name)],
        rows: () =>
          slots.flatMap((to, i) =>
            slots.map((from, j) => [
              t('methods:picture.mixing.fromTo', { from: name(from), to: name(to) }),
              ...layers.map((layer) => formatInterval(at(layer, i, j), half(layer, i, j))),
            ]),
          ),
      }}
      legend={
        <>
          {tasks.map((task) => (
            <TaskKey key={task.hue} task={task} />
          ))}
          <span>{t('methods:picture.mixing.how')}</span>
        </>
      }
    >
      <div className={heat.matrices}>
        {layers.map((layer) => (
          <ScrollBox key={layer.name} name={layer.name}>
            <table className={heat.table}>
              <caption className={heat.caption}>{layer.name}</caption>
              <thead>
                <tr>
                  <td className={heat.corner} />
                  {slots.map((from, j) => (
                    <th
                      key={j}
                      scope="col"
                      className={heat.columnKey}
                      style={{ '--key': taskColor(tasks[from.task]?.hue ?? 0) }}
                    >
                      <VisuallyHidden>{name(from)}</VisuallyHidden>
                      <span aria-hidden="true">{subspaces > 1 && from.part + 1}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {slots.map((to, i) => (
                  <tr key={i}>
                    <th scope="row" className={heat.rowKey} style={{ '--key': taskColor(tasks[to.task]?.hue ?? 0) }}>
                      <VisuallyHidden>{name(to)}</VisuallyHidden>
                      <span aria-hidden="true">{subspaces > 1 && to.part + 1}</span>
                    </th>
                    {slots.map((_, j) => {
                      const value = at(layer, i, j);
                      return (
                        <td
                          key={j}
                          className={heat.cell}
                          style={{ background: inkShade(Math.abs(value) / largest) }}
                          title={formatInterval(value, half(layer, i, j))}
                        >
                          {fixedText(value, 2)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        ))}
      </div>
    </ChartFrame>
  );
}
