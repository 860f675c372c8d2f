import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/classNames';
import { formatInterval, formatMean } from '../../ui/formatInterval';
import { GAIN_SHARES } from '../../ui/styles/palette';
import { TaskKey } from '../../ui/TaskKey';
import type { TaskMark } from '../../ui/taskMark';
import { ChartFrame } from '../ChartFrame';
import type { GainVerdict } from '../chartProps';
import { gainLimit } from '../gainLimit';
import { gainShade, shadeOfLevel } from '../gainShade';
import { VERDICT_ARROW } from '../gainText';
import { useCalm } from '../useCalm';
import { affinitySummary } from './affinitySummary';
import { decimalsOf, fixedText } from './fixedText';
import { blockEdges, groupOrder } from './groupOrder';
import heat from './HeatCells.module.css';
import { ScrollBox } from './ScrollBox';

export interface AffinityMatrixProps {
  readonly tasks: readonly TaskMark[];
  /** Row-major [T x T]: what a step on the task of the row does to the loss of the task of the column, > 0 lowers it. */
  readonly values: ArrayLike<number>;
  /** Half widths of the intervals over seeds; `null` = one seed. */
  readonly halfWidth: ArrayLike<number> | null;
  /** Suggested partition, outlined; tasks in no group stand alone. `null` = none. */
  readonly groups: readonly (readonly number[])[] | null;
  /** Partition that training really found best, told in words. */
  readonly bestGroups?: readonly (readonly number[])[] | null;
  /** When it was measured, e.g. `steps 0 to 50`. */
  readonly heading?: string;
  /** Value of the full colour; default: the largest off the diagonal. */
  readonly limit?: number;
}

/** Does a step on one task help another? Signed cells in colour, number and arrow; groups that go together outlined. */
export function AffinityMatrix(props: AffinityMatrixProps) {
  const { tasks, halfWidth, groups, bestGroups = null, heading } = props;
  const { t } = useTranslation(['methods', 'charts']);
  const values = useCalm(props.values);
  const count = tasks.length;
  const places = groupOrder(count, groups ?? [Array.from({ length: count }, (_, task) => task)]);
  const value = (from: number, to: number): number => values[from * count + to] ?? NaN;
  const half = (from: number, to: number): number | null => halfWidth?.[from * count + to] ?? null;
  const verdict = (from: number, to: number): GainVerdict => {
    const [mean, width] = [value(from, to), half(from, to)];
    return width === null || !(Math.abs(mean) > width) ? 'undecided' : mean > 0 ? 'helps' : 'hurts';
  };
  const others = places.order.flatMap((from) =>
    places.order.filter((to) => to !== from).map((to) => ({ mean: value(from, to), halfWidth: null })),
  );
  const limit = props.limit ?? gainLimit(others.filter(({ mean }) => Number.isFinite(mean)));
  const title = [t('methods:picture.affinity.title'), ...(heading === undefined ? [] : [heading])].join(' · ');
  const levels = Array.from({ length: 2 * GAIN_SHARES.length - 1 }, (_, i) => i - GAIN_SHARES.length + 1);
  return (
    <ChartFrame
      title={title}
      summary={affinitySummary({ tasks, value, verdict, groups, bestGroups }, t)}
      table={{
        columns: [t('methods:picture.affinity.stepOn'), ...places.order.map((task) => tasks[task]?.name ?? '')],
        rows: () =>
          places.order.map((from) => [
            tasks[from]?.name ?? '',
            ...places.order.map((to) => formatInterval(value(from, to), half(from, to), { signed: true })),
          ]),
      }}
      legend={
        <>
          <span className={heat.key}>
            <span>
              {VERDICT_ARROW.hurts} {t('charts:gain.hurts')} {formatMean(-limit, { signed: true })}
            </span>
            <span className={heat.swatches} aria-hidden="true">
              {levels.map((level) => (
                <span key={level} style={{ background: shadeOfLevel(level) }} />
              ))}
            </span>
            <span>
              {formatMean(limit, { signed: true })} {t('charts:gain.helps')} {VERDICT_ARROW.helps}
            </span>
          </span>
          <span>{t('methods:picture.affinity.how')}</span>
        </>
      }
    >
      <ScrollBox name={title}>
        <table className={heat.table} aria-label={title}>
          <thead>
            <tr>
              <td className={heat.corner} />
              {places.order.map((task) => (
                <th key={task} scope="col" className={heat.columnName}>
                  {tasks[task] && <TaskKey task={tasks[task]} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.order.map((from, row) => (
              <tr key={from}>
                <th scope="row" className={heat.rowName}>
                  {tasks[from] && <TaskKey task={tasks[from]} />}
                </th>
                {places.order.map((to, column) => {
                  const [mean, said] = [value(from, to), verdict(from, to)];
                  const own = from === to;
                  return (
                    <td
                      key={to}
                      className={classNames(
                        heat.cell,
                        heat.outlined,
                        own && heat.own,
                        said === 'undecided' && heat.undecided,
                      )}
                      data-edges={groups === null ? '' : blockEdges(places, row, column)}
                      style={own ? undefined : { background: gainShade(mean, limit) }}
                      title={formatInterval(mean, half(from, to), { signed: true })}
                    >
                      <span className={heat.number}>{fixedText(mean, decimalsOf(limit) + 1, true)}</span>
                      {!own && (
                        <span className={heat.arrow} aria-label={t(`charts:gain.${said}`)} role="img">
                          {VERDICT_ARROW[said]}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </ChartFrame>
  );
}
