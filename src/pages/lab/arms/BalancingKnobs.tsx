import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BALANCING_KINDS } from '../../../spec/balancing';
import type { PresetScheme } from '../../../spec/preset';
import type { BalancingName } from '../../../ui/catalogue/balancingFacts';
import { methodOfBalancing } from '../../../ui/catalogue/methodOf';
import { Knob } from '../../../ui/Knob';
import { Select } from '../../../ui/Select';
import { KnobProblems } from '../KnobProblems';
import styles from '../Knobs.module.css';
import { useLab, useLabState } from '../LabContext';
import { useProblemWords } from '../useProblemWords';
import { armProblem } from './armOffers';
import { MethodSettings } from './MethodSettings';

/** As the spec writes it; a reader meets the revised form of uncertainty weighting as a method of its own. */
function written(name: BalancingName): NonNullable<PresetScheme['balancing']> {
  return name === 'uncertainty-revised' ? { kind: 'uncertainty', form: 'revised' } : { kind: name };
}

const NAMES: readonly BalancingName[] = BALANCING_KINDS.flatMap((kind): readonly BalancingName[] =>
  kind === 'uncertainty' ? [kind, 'uncertainty-revised'] : [kind],
);

/** What weighs the tasks against each other; methods that do not go with this way of sharing are greyed, with the reason. */
export function BalancingKnobs({ arm }: { readonly arm: number }) {
  const { t } = useTranslation(['lab', 'methods']);
  const { lab } = useLab();
  const describe = useProblemWords();
  const scheme = useLabState((state) => state.draft.experiment.schemes[arm]);
  const source = useLabState((state) => state.draft.experiment.tasks.source);
  const towers = useLabState((state) => state.towers);
  const refused = useMemo(() => {
    if (scheme === undefined) return new Map<BalancingName, string>();
    const { timeline: _timeline, taskWeights: _weights, ...plain } = scheme;
    return new Map(
      NAMES.flatMap((name): (readonly [BalancingName, string])[] => {
        const problem = armProblem({ ...plain, balancing: written(name) }, { ...towers, source });
        // Other faults of the arm are told elsewhere.
        if (problem === null || !problem.path.includes('balancing')) return [];
        return [[name, describe({ ...problem, path: [t('lab:knob.balancing.label')] })]];
      }),
    );
  }, [scheme, towers, source, describe, t]);
  const balancing = towers.arms[arm]?.balancing;
  if (scheme === undefined || balancing === undefined) return null;
  const method = methodOfBalancing(balancing);
  const name = NAMES.find((each) => `balancing.${each}` === method) ?? 'static';
  const [reason] = refused.values();
  const path = ['experiment', 'schemes', arm, 'balancing'];
  return (
    <>
      <Knob label={t('lab:knob.balancing.label')} help={t('lab:knob.balancing.help')} effect="restart">
        <Select
          label={t('lab:knob.balancing.label')}
          labelHidden
          value={name}
          choices={NAMES.map((value) => ({
            value,
            label: t(`methods:balancing.${value}.name`),
            disabled: refused.has(value) && value !== name,
          }))}
          onChange={(next) => lab.edit({ knob: 'balancing', arm, balancing: written(next) })}
        />
        {refused.size > 0 && (
          <p className={styles.note}>
            {t('lab:arms.greyed', { count: refused.size })} {reason}
          </p>
        )}
        <KnobProblems path={path} />
      </Knob>
      <MethodSettings
        method={method}
        values={{ ...balancing }}
        path={path}
        onChange={(setting, value) =>
          lab.edit({ knob: 'balancing', arm, balancing: { ...balancing, [setting]: value } })
        }
      />
    </>
  );
}
