import type { SchemeKind } from '../ui/armMark';
import { taskColor, type TaskMark } from '../ui/taskMark';
import styles from './Towers.module.css';
import type { TowerRow, TowersPlace } from './towersLayout';

export interface TowerConnectionsProps {
  readonly scheme: SchemeKind;
  readonly tasks: readonly TaskMark[];
  readonly place: TowersPlace;
  /** Where the inputs come from. */
  readonly ground: number;
}

/** The full connection between two layers of a tower, as a pale body; where a shared trunk splits, one body per task leaves it. */
export function TowerConnections({ tasks, place, ground }: TowerConnectionsProps) {
  const half = place.rowHeight / 2 + 2.5;
  const body = (key: string, lower: TowerRow, lowerY: number, upper: TowerRow, upperY: number, task: number | null) => (
    <path
      key={key}
      className={styles.body}
      d={`M${lower.left} ${lowerY} L${upper.left} ${upperY} L${upper.right} ${upperY} L${lower.right} ${lowerY} Z`}
      fill={task === null ? 'var(--ink-3)' : taskColor(tasks[task]?.hue ?? 0)}
    />
  );
  return (
    <>
      {place.layers.flatMap((layer, index) => {
        const below = place.layers[index - 1];
        return layer.rows.map((row) => {
          const key = `${index} ${row.task ?? 'shared'}`;
          if (below === undefined) return body(key, row, ground, row, layer.y + half, row.task);
          const lower = below.rows.find((one) => one.task === row.task) ?? below.rows[0];
          return lower === undefined ? null : body(key, lower, below.y - half, row, layer.y + half, row.task);
        });
      })}
    </>
  );
}
