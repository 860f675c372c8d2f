import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { layerCount, type ArmSpec } from '../../spec/experiment';
import { ArmKey } from '../../ui/ArmKey';
import { Button } from '../../ui/Button';
import { HelpTip } from '../../ui/HelpTip';
import { useArmMarks } from '../../ui/useArmMarks';
import { ArmAdder } from './arms/ArmAdder';
import { ArmKnobs } from './arms/ArmKnobs';
import { KnobProblems } from './KnobProblems';
import styles from './Knobs.module.css';
import { useLab, useLabState } from './LabContext';

const SCHEMES = ['experiment', 'schemes'];

/** The ways of sharing that are trained side by side: take some out, add others, choose the one in the picture. */
export function ArmsEditor() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const schemes = useLabState((state) => state.draft.experiment.schemes);
  const towers = useLabState((state) => state.towers);
  const chosen = useLabState((state) => state.arm);
  const marks = useArmMarks(towers.arms, layerCount(towers.model));
  const open = knobArm(towers.arms, chosen);
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(schemes.length);
  useEffect(() => {
    // A new way of sharing is what one goes on with: by sight, and with the keyboard.
    const isNew = schemes.length === before.current + 1 && chosen === schemes.length - 1;
    if (isNew) list.current?.querySelector<HTMLElement>('button[aria-pressed="true"]')?.focus();
    before.current = schemes.length;
  }, [schemes.length, chosen]);
  return (
    <section aria-label={t('group.schemes')} className={styles.group}>
      <h2>
        <HelpTip help={t('knob.arms.help')}>{t('knob.arms.label')}</HelpTip>
      </h2>
      <ul ref={list} className={styles.arms}>
        {schemes.map((scheme, arm) => {
          const mark = marks[arm];
          if (mark === undefined) return null;
          return (
            <li key={arm}>
              <div className={styles.armRow}>
                <button
                  type="button"
                  className={styles.armName}
                  aria-pressed={chosen === arm}
                  title={t('arms.show', { arm: mark.label })}
                  onClick={() => lab.look({ arm: chosen === arm ? null : arm })}
                >
                  <ArmKey arm={mark} />
                </button>
                {scheme.scheme === 'alone' ? (
                  <span className={styles.baseline}>{t('arms.baseline')}</span>
                ) : (
                  <Button
                    kind="quiet"
                    label={t('list.removeNamed', { name: mark.label })}
                    onClick={() => {
                      lab.edit({ knob: 'removeScheme', arm });
                      if (chosen !== null && chosen >= arm) lab.look({ arm: chosen === arm ? null : chosen - 1 });
                    }}
                  >
                    ×
                  </Button>
                )}
              </div>
              {arm === open ? (
                <>
                  <KnobProblems path={[...SCHEMES, arm, 'scheme']} />
                  <KnobProblems path={[...SCHEMES, arm, 'id']} />
                  <ArmKnobs key={arm} arm={arm} name={mark.label} />
                </>
              ) : (
                <KnobProblems path={[...SCHEMES, arm]} />
              )}
            </li>
          );
        })}
      </ul>
      <KnobProblems path={SCHEMES} exactly />
      <div className={styles.adders}>
        <ArmAdder />
      </div>
    </section>
  );
}

/** The arm whose knobs are open: the chosen one, else the first soft one. */
function knobArm(arms: readonly ArmSpec[], chosen: number | null): number {
  return chosen ?? arms.findIndex((arm) => arm.scheme.kind === 'soft');
}
