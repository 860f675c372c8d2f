import { useRef, type ReactNode } from 'react';
import type { ArmMark } from '../../ui/armMark';
import { ArmKey } from '../../ui/ArmKey';
import { TaskKey } from '../../ui/TaskKey';
import { useElementSize } from '../../ui/useElementSize';
import { useTextSize } from '../../ui/useTextSize';
import type { TowersProps } from '../chartProps';
import { Towers } from '../Towers';
import styles from './TowerRow.module.css';

export interface TowerLane {
  readonly mark: ArmMark;
  readonly view: Omit<TowersProps, 'size'>;
  /** Beside the arm's name. */
  readonly caption?: ReactNode;
}

/** Width in small letters that the words in a picture need: layer names, and a task's name and score over each tower. */
function roomForWords(tasks: number): number {
  return 6.5 + 5.2 * tasks;
}

/** Space between two lanes. */
const GAP = 12;

/** Width of the small drawing, which has no words. */
const SMALL = 200;

/** Several ways of sharing at the same moment, side by side; one alone fills the row. */
export function TowerRow({ lanes }: { readonly lanes: readonly TowerLane[] }) {
  const row = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(row);
  const letter = useTextSize();
  const each = width / Math.max(1, lanes.length) - GAP;
  const tasks = lanes[0]?.view.tasks.length ?? 0;
  // Without room for words they stand under the picture.
  const size = each >= roomForWords(tasks) * letter ? 'hero' : each >= SMALL ? 'small' : 'tiny';
  return (
    <div ref={row} className={styles.row}>
      {lanes.map(({ mark, view, caption }) => (
        <figure key={mark.id} className={styles.lane}>
          <figcaption className={styles.caption}>
            <ArmKey arm={mark} line={false} />
            {caption !== undefined && <span className={styles.words}>{caption}</span>}
          </figcaption>
          <div className={styles.box} data-size={size}>
            {/* Another size is another drawing: with less motion the old one would stay for a while, and be measured never. */}
            {width > 0 && <Towers key={size} {...view} size={size} />}
          </div>
          {size !== 'hero' && (
            <ul className={styles.scores}>
              {view.tasks.map((task) => (
                <li key={task.name}>
                  <TaskKey task={task} /> {task.score}
                </li>
              ))}
            </ul>
          )}
        </figure>
      ))}
    </div>
  );
}
