import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import type { KnobProps } from './controlProps';
import { HelpTip } from './HelpTip';
import styles from './Knob.module.css';

/**
 * One row of the instrument: the word (with its explanation), the control, and whether turning it changes the running
 * networks or begins a new run.
 */
export function Knob({ label, help, effect, children, onReset = null }: KnobProps) {
  const { t } = useTranslation('charts');
  return (
    <div className={styles.knob}>
      <div className={styles.head}>
        <span className={styles.label}>{help === undefined ? label : <HelpTip help={help}>{label}</HelpTip>}</span>
        {onReset !== null && (
          <Button kind="quiet" onClick={onReset} label={t('ui.resetKnob', { label })}>
            {t('ui.reset')}
          </Button>
        )}
        <span
          className={styles.effect}
          data-effect={effect}
          title={t(effect === 'live' ? 'ui.liveHelp' : 'ui.restartHelp')}
        >
          {t(effect === 'live' ? 'ui.live' : 'ui.restart')}
        </span>
      </div>
      {children}
    </div>
  );
}
