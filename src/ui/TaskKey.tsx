import { taskColor, type TaskMark } from './taskMark';
import styles from './TaskKey.module.css';

/** A task in words: a swatch of its hue and its name. */
export function TaskKey({ task }: { readonly task: TaskMark }) {
  return (
    <span className={styles.key}>
      <span className={styles.swatch} style={{ background: taskColor(task.hue) }} aria-hidden="true" />
      {task.name}
    </span>
  );
}
