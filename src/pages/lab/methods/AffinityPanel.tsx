import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { affinityArms, affinityView, SUGGESTED_NETWORKS } from '../../../charts/fromRecord/methods/affinityView';
import { AffinityMatrix } from '../../../charts/methods/AffinityMatrix';
import { formatInteger } from '../../../i18n';
import { ArmChoice } from './ArmChoice';
import styles from './MethodPanels.module.css';
import type { PanelProps } from './panelProps';
import { useOneArm } from './useOneArm';

/** Which tasks help each other, early and at the moment shown, and which groups that suggests. */
export function AffinityPanel({ record, marks, point, evaluation }: PanelProps) {
  const { t } = useTranslation('lab');
  const offered = useMemo(() => affinityArms(record, point), [record, point]);
  const arm = useOneArm(record, offered);
  const view = useMemo(
    () => (arm === null ? null : affinityView(record, { point, arm, evaluation })),
    [record, point, arm, evaluation],
  );
  if (arm === null || view === null) return null;
  const windows = [
    { name: 'early' as const, window: view.early },
    ...(view.late === null ? [] : [{ name: 'late' as const, window: view.late }]),
  ];
  return (
    <div className={styles.panel}>
      <ArmChoice marks={marks} offered={offered} arm={arm} />
      {windows.map(({ name, window }) => (
        <AffinityMatrix
          key={name}
          tasks={marks.tasks}
          values={window.values}
          halfWidth={window.halfWidth}
          groups={window.groups}
          bestGroups={view.trained}
          heading={t(`panels.affinity.${name}`, {
            from: formatInteger(Math.ceil(window.from)),
            to: formatInteger(Math.floor(window.to)),
          })}
        />
      ))}
      <p className={styles.note}>{t('panels.affinity.note', { networks: SUGGESTED_NETWORKS })}</p>
    </div>
  );
}
