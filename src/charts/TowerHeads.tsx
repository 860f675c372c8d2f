import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../i18n/numberFormat';
import { taskColor } from '../ui/taskMark';
import type { TowerTask } from './chartProps';
import styles from './Towers.module.css';
import type { TowersPlace } from './towersLayout';

export interface TowerHeadsProps {
  readonly tasks: readonly TowerTask[];
  readonly place: TowersPlace;
  readonly fontSize: number;
  readonly numbers: boolean;
}

/** Above each tower: the task, and how well it is solved. */
export function TowerHeads({ tasks, place, fontSize, numbers }: TowerHeadsProps) {
  const { t } = useTranslation('charts');
  return (
    <>
      {tasks.map((task, index) => {
        const x = place.columns[index] ?? 0;
        const value =
          task.score ?? (task.loss === undefined ? null : t('towers.loss', { value: formatSignificant(task.loss) }));
        return (
          <g key={task.hue} textAnchor="middle">
            <rect
              x={x - fontSize * 1.1}
              y={fontSize * 0.05}
              width={fontSize * 2.2}
              height="4"
              fill={taskColor(task.hue)}
            />
            <text className={styles.task} x={x} y={fontSize * 1.5}>
              {task.name}
            </text>
            {numbers && value !== null && (
              <text className={styles.score} x={x} y={fontSize * 2.75}>
                {value}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
