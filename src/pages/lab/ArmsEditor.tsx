import { useTranslation } from 'react-i18next';
import { layerCount, type ExperimentSpec } from '../../spec/experiment';
import { LIMITS } from '../../spec/limits';
import { ArmKey } from '../../ui/ArmKey';
import { Button } from '../../ui/Button';
import { HelpTip } from '../../ui/HelpTip';
import { Knob } from '../../ui/Knob';
import { RangeSlider } from '../../ui/RangeSlider';
import { Select } from '../../ui/Select';
import { useArmMarks } from '../../ui/useArmMarks';
import { useLab, useLabState } from './LabContext';
import styles from './Knobs.module.css';
import { nextLambda } from './nextLambda';

/** A λ slider's ends; beyond them only the typed number goes. */
const LAMBDA = { min: 1e-4, max: 1e6 };

/** The ways of sharing that are trained side by side: take some out, add others, choose the one in the picture. */
export function ArmsEditor() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const schemes = useLabState((state) => state.draft.experiment.schemes);
  const spec = useLabState((state) => state.spec);
  const chosen = useLabState((state) => state.arm);
  const marks = useArmMarks(spec.arms, layerCount(spec.model));
  const open = knobArm(spec, chosen);
  return (
    <section aria-label={t('group.schemes')} className={styles.group}>
      <h2>
        <HelpTip help={t('knob.arms.help')}>{t('knob.arms.label')}</HelpTip>
      </h2>
      <ul className={styles.arms}>
        {schemes.map((scheme, arm) => {
          const mark = marks[arm];
          if (mark === undefined) return null;
          return (
            <li key={arm}>
              <div className={styles.arm}>
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
                    onClick={() => lab.edit({ knob: 'removeScheme', arm })}
                  >
                    ×
                  </Button>
                )}
              </div>
              {arm === open && <ArmKnob arm={arm} spec={spec} />}
            </li>
          );
        })}
      </ul>
      <div className={styles.adders}>
        <Button
          kind="quiet"
          onClick={() => lab.edit({ knob: 'addScheme', scheme: { scheme: 'soft', lambda: nextLambda(schemes) } })}
        >
          {t('arms.addSoft')}
        </Button>
        <Button kind="quiet" onClick={() => lab.edit({ knob: 'addScheme', scheme: { scheme: 'hard' } })}>
          {t('arms.addHard')}
        </Button>
      </div>
    </section>
  );
}

/** The arm whose knob is open: the chosen one, else the first soft one. */
function knobArm(spec: ExperimentSpec, chosen: number | null): number {
  return chosen ?? spec.arms.findIndex((arm) => arm.scheme.kind === 'soft');
}

interface ArmKnobProps {
  readonly arm: number;
  readonly spec: ExperimentSpec;
}

function ArmKnob({ arm, spec }: ArmKnobProps) {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const scheme = useLabState((state) => state.draft.experiment.schemes[arm]);
  if (scheme === undefined) return null;
  if (scheme.scheme === 'soft') {
    const label = t('knob.lambda.label');
    return (
      <Knob label={label} help={t('knob.lambda.help')} effect="live">
        <RangeSlider
          label={label}
          labelHidden
          value={scheme.lambda}
          min={LAMBDA.min}
          max={Math.min(LAMBDA.max, LIMITS.lambda.max)}
          scale="log-with-zero"
          onChange={(lambda) => lab.edit({ knob: 'lambda', arm, lambda })}
        />
      </Knob>
    );
  }
  if (scheme.scheme === 'hard') {
    const trunk = spec.model.trunk.length;
    const all = layerCount(spec.model);
    const named = [
      { value: 'nothing', label: t('knob.share.nothing') },
      ...Array.from({ length: all - 1 }, (_, index) => index + 1)
        .filter((n) => n !== trunk)
        .map((n) => ({ value: String(n), label: t('knob.share.layers', { n, all }) })),
      ...(trunk > 0 ? [{ value: 'trunk', label: t('knob.share.trunk') }] : []),
      { value: 'everything', label: t('knob.share.everything') },
    ];
    return (
      <Knob label={t('knob.share.label')} help={t('knob.share.help')} effect="restart">
        <Select
          label={t('knob.share.label')}
          labelHidden
          value={String(scheme.share ?? (trunk > 0 ? 'trunk' : 'everything'))}
          choices={named}
          onChange={(value) => {
            const word = (['nothing', 'trunk', 'everything'] as const).find((each) => each === value);
            lab.edit({ knob: 'share', arm, share: word ?? Number(value) });
          }}
        />
      </Knob>
    );
  }
  return null;
}
