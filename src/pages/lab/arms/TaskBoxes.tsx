import { Checkbox } from '../../../ui/Checkbox';
import styles from '../Knobs.module.css';

export interface NamedTask {
  /** As presets name it. */
  readonly name: string;
  readonly label: string;
}

export interface TaskBoxesProps {
  readonly tasks: readonly NamedTask[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Some of the tasks, in their order. */
export function TaskBoxes({ tasks, chosen, onChange }: TaskBoxesProps) {
  return (
    <div className={styles.checks}>
      {tasks.map(({ name, label }) => (
        <Checkbox
          key={name}
          label={label}
          checked={chosen.includes(name)}
          onChange={(on) =>
            onChange(tasks.map((task) => task.name).filter((each) => (each === name ? on : chosen.includes(each))))
          }
        />
      ))}
    </div>
  );
}
