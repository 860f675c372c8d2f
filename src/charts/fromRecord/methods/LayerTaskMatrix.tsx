import { useTranslation } from 'react-i18next';
import { formatInterval } from '../../../ui/formatInterval';
import { TaskKey } from '../../../ui/TaskKey';
import { taskColor, type TaskMark } from '../../../ui/taskMark';
import { VisuallyHidden } from '../../../ui/VisuallyHidden';
import { ChartFrame } from '../../ChartFrame';
import { fixedText } from '../../methods/fixedText';
import heat from '../../methods/HeatCells.module.css';
import { inkShade } from '../../methods/inkShade';
import { ScrollBox } from '../../methods/ScrollBox';
import { useCalm } from '../../useCalm';

export interface LayerTaskMatrixProps {
  readonly title: string;
  /** What rows, columns and numbers mean. */
  readonly how: string;
  readonly tasks: readonly TaskMark[];
  /** Names of the rows, input side first. */
  readonly layers: readonly string[];
  /** Row-major [layers x tasks], means over seeds. */
  readonly values: readonly number[];
  /** Half widths of the intervals over seeds; `null` = one seed. */
  readonly halfWidth: readonly number[] | null;
}

/** One number per layer and task: a small table whose cells are the darker the larger the number. */
export function LayerTaskMatrix({ title, how, tasks, layers, values: given, halfWidth }: LayerTaskMatrixProps) {
  const { t } = useTranslation('charts');
  const values = useCalm(given);
  const largest = Math.max(1e-9, ...values.map(Math.abs));
  const cells = layers.flatMap((layer, row) =>
    tasks.map((task, column) => {
      const at = row * tasks.length + column;
      return { layer, task: task.name, value: values[at] ?? Number.NaN, half: halfWidth?.[at] ?? null };
    }),
  );
  const top = cells.reduce((best, cell) => (Math.abs(cell.value) > Math.abs(best.value) ? cell : best), {
    layer: '',
    task: '',
    value: 0,
    half: null as number | null,
  });
  const written = ({ value, half }: { readonly value: number; readonly half: number | null }): string =>
    formatInterval(value, half);
  return (
    <ChartFrame
      title={title}
      summary={
        top.task === ''
          ? t('chart.empty')
          : t('layerTask.summary', { layer: top.layer, task: top.task, value: written(top) })
      }
      table={{
        columns: [t('axis.layer'), ...tasks.map(({ name }) => name)],
        rows: () =>
          layers.map((layer, row) => [
            layer,
            ...cells.slice(row * tasks.length, (row + 1) * tasks.length).map(written),
          ]),
      }}
      legend={
        <>
          {tasks.map((task) => (
            <TaskKey key={task.hue} task={task} />
          ))}
          <span>{how}</span>
        </>
      }
    >
      <ScrollBox name={title}>
        <table className={heat.table}>
          <thead>
            <tr>
              <td className={heat.corner} />
              {tasks.map((task) => (
                <th key={task.hue} scope="col" className={heat.columnKey} style={{ '--key': taskColor(task.hue) }}>
                  <VisuallyHidden>{task.name}</VisuallyHidden>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {layers.map((layer, row) => (
              <tr key={layer}>
                <th scope="row" className={heat.rowName}>
                  {layer}
                </th>
                {cells.slice(row * tasks.length, (row + 1) * tasks.length).map((cell) => (
                  <td
                    key={cell.task}
                    className={heat.cell}
                    style={{ background: inkShade(Math.abs(cell.value) / largest) }}
                    title={written(cell)}
                  >
                    {fixedText(cell.value, 2)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </ChartFrame>
  );
}
