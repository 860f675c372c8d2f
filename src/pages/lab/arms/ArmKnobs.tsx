import { useTranslation } from 'react-i18next';
import { layerCount } from '../../../spec/experiment';
import { methodOfBalancing, methodOfScheme } from '../../../ui/catalogue/methodOf';
import type { SchemeMethod } from '../../../ui/catalogue/schemeFacts';
import { Knob } from '../../../ui/Knob';
import { Select } from '../../../ui/Select';
import styles from '../Knobs.module.css';
import { useLab, useLabState } from '../LabContext';
import { ArmMore } from './ArmMore';
import { BalancingKnobs } from './BalancingKnobs';
import { GroupsKnob } from './GroupsKnob';
import { MethodButton } from './MethodButton';
import { MethodSettings } from './MethodSettings';
import { asVariant, schemeVariants } from './schemeVariants';
import { ShareKnob } from './ShareKnob';
import { TimelineEditor } from './TimelineEditor';

export interface ArmKnobsProps {
  readonly arm: number;
  /** As the arm is called on the page. */
  readonly name: string;
}

/** Everything of one way of sharing: its own knobs, what balances its tasks, and, one click away, what happens when. */
export function ArmKnobs({ arm, name }: ArmKnobsProps) {
  const { t } = useTranslation('methods');
  const { lab } = useLab();
  const scheme = useLabState((state) => state.draft.experiment.schemes[arm]);
  const resolved = useLabState((state) => state.towers.arms[arm]);
  const model = useLabState((state) => state.towers.model);
  if (scheme === undefined || resolved === undefined) return null;
  const method = methodOfScheme(resolved.scheme, layerCount(model));
  const variants = schemeVariants(scheme.scheme);
  const path = ['experiment', 'schemes', arm];
  // The written coupling may be `auto`; the resolved one says what that comes to.
  const values = { ...resolved.scheme, ...(scheme.scheme === 'soft' ? { coupling: scheme.coupling ?? 'auto' } : {}) };
  const balancing = resolved.balancing.kind === 'static' ? [] : [methodOfBalancing(resolved.balancing)];
  return (
    <div className={styles.arm}>
      <div className={styles.formula}>
        <MethodButton methods={[method, ...balancing]} title={name} />
      </div>
      {variants.length > 0 && (
        <Knob label={t('knob.method.label')} effect="restart">
          <Select
            label={t('knob.method.label')}
            labelHidden
            value={variants.find((each) => `scheme.${each}` === method) ?? variants[0] ?? 'alone'}
            choices={variants.map((value: SchemeMethod) => ({ value, label: t(`scheme.${value}.name`) }))}
            onChange={(variant) => lab.edit({ knob: 'scheme', arm, scheme: asVariant(scheme, variant) })}
          />
        </Knob>
      )}
      {scheme.scheme === 'hard' && (
        <>
          <ShareKnob arm={arm} scheme={scheme} model={model} />
          <GroupsKnob arm={arm} scheme={scheme} />
        </>
      )}
      <MethodSettings
        method={method}
        values={values}
        path={path}
        live={scheme.timeline?.some((event) => event.do === 'scheme') === true ? [] : ['lambda']}
        onChange={(setting, value) =>
          lab.edit(
            setting === 'lambda' && typeof value === 'number'
              ? { knob: 'lambda', arm, lambda: value }
              : { knob: 'setting', arm, name: setting, value },
          )
        }
      />
      <BalancingKnobs arm={arm} />
      <TimelineEditor arm={arm} />
      <ArmMore arm={arm} />
    </div>
  );
}
