import { StructureDiagram } from '../../../charts/methods/StructureDiagram';
import { structureOf } from '../../../charts/methods/structureOf';
import type { RunMarks } from '../../../charts/fromRecord/useRunMarks';
import type { ExperimentSpec } from '../../../spec/experiment';
import styles from './MethodPanels.module.css';

export interface HeroStructuresProps {
  readonly spec: Pick<ExperimentSpec, 'arms' | 'model'>;
  readonly marks: RunMarks;
  /** Indices of arms without towers. */
  readonly arms: readonly number[];
}

/** Networks that mix activations have no towers of their own: what is drawn is how they are built. */
export function HeroStructures({ spec, marks, arms }: HeroStructuresProps) {
  const diagrams = arms.map((arm) => {
    const scheme = spec.arms[arm]?.scheme;
    const mark = marks.arms[arm];
    return scheme === undefined || mark === undefined ? null : (
      <StructureDiagram
        key={mark.id}
        structure={structureOf(scheme, marks.tasks.length, spec.model.trunk.length)}
        tasks={marks.tasks}
        heading={mark.label}
      />
    );
  });
  return <div className={styles.structures}>{diagrams}</div>;
}
