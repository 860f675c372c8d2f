import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LayerTaskMatrix } from '../../../charts/fromRecord/methods/LayerTaskMatrix';
import { gatesOf, mixedSchemeOf, mixingView, type MixingNumbers } from '../../../charts/fromRecord/methods/mixingView';
import type { RunMarks } from '../../../charts/fromRecord/useRunMarks';
import { GateBars } from '../../../charts/methods/GateBars';
import { MixingMatrix } from '../../../charts/methods/MixingMatrix';
import type { MixedScheme } from '../../../spec/scheme';
import { ArmChoice } from './ArmChoice';
import styles from './MethodPanels.module.css';
import type { PanelProps } from './panelProps';
import { useOneArm } from './useOneArm';

/** Who listens to whom in a network that mixes activations: tables, gates, or sizes of corrections. */
export function MixingPanel({ record, marks, point, evaluation }: PanelProps) {
  const offered = useMemo(
    () =>
      record.spec.arms.flatMap((_, arm) => (mixingView(record, { point, arm, evaluation }).length > 0 ? [arm] : [])),
    [record, point, evaluation],
  );
  const arm = useOneArm(record, offered);
  const matrices = useMemo(
    () => (arm === null ? [] : mixingView(record, { point, arm, evaluation })),
    [record, point, arm, evaluation],
  );
  const scheme = arm === null ? null : mixedSchemeOf(record, arm);
  if (arm === null || scheme === null) return null;
  return (
    <div className={styles.panel}>
      <ArmChoice marks={marks} offered={offered} arm={arm} />
      <Mixtures scheme={scheme} matrices={matrices} marks={marks} />
    </div>
  );
}

interface MixturesProps {
  readonly scheme: MixedScheme;
  readonly matrices: readonly MixingNumbers[];
  readonly marks: RunMarks;
}

function Mixtures({ scheme, matrices, marks }: MixturesProps) {
  const { t } = useTranslation(['lab', 'methods']);
  const { tasks, layers } = marks;
  const mixtures = matrices.filter(({ role }) => role === 'stitch' || role === 'subspace');
  return (
    <>
      {mixtures.length > 0 && (
        <MixingMatrix
          tasks={tasks}
          subspaces={scheme.kind === 'sluice' ? scheme.subspaces : 1}
          layers={mixtures.map(({ layer, mean, halfWidth }) => ({
            name: t('lab:panels.after', { layer: layers[layer] ?? '' }),
            alpha: mean,
            halfWidth,
          }))}
        />
      )}
      {matrices.map((matrix) =>
        matrix.role === 'gate' && scheme.kind === 'experts' ? (
          <GateBars
            key={`gate ${matrix.layer}`}
            tasks={tasks}
            gates={gatesOf(matrix, scheme.gating === 'common')}
            experts={Array.from({ length: matrix.columns }, (_, expert) =>
              expert < scheme.experts
                ? String(expert + 1)
                : t('lab:panels.ownExpert', { number: expert - scheme.experts + 1 }),
            )}
            {...(scheme.levels > 1
              ? {
                  heading: t('lab:panels.level', {
                    title: t('methods:picture.gates.title'),
                    number: matrix.layer + 1,
                  }),
                }
              : {})}
          />
        ) : matrix.role === 'layers' || matrix.role === 'correction' ? (
          <LayerTaskMatrix
            key={matrix.role}
            title={t(`lab:panels.${matrix.role}.title`)}
            how={t(`lab:panels.${matrix.role}.how`)}
            tasks={tasks}
            layers={layers.slice(0, matrix.rows)}
            values={matrix.mean}
            halfWidth={matrix.halfWidth}
          />
        ) : null,
      )}
    </>
  );
}
