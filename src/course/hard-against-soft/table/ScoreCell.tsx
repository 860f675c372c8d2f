import { useTranslation } from 'react-i18next';
import { formatInteger } from '../../../i18n';
import { Interval } from '../../../ui/Interval';
import type { SchemeScore } from '../../measure/schemeComparison';
import styles from './TablePart.module.css';

/** Error, gain over alone with its verdict, and parameters of one scheme; a dash where the run has no such arm. */
export function ScoreCell({ score, note }: { readonly score: SchemeScore | null; readonly note?: string }) {
  const { t } = useTranslation('learn');
  if (score === null) {
    return (
      <td className={styles.absent} title={t('table.notRun')}>
        –
      </td>
    );
  }
  const { gain } = score;
  return (
    <td>
      <span className={styles.score}>
        <span className={styles.error}>
          <Interval mean={score.error} halfWidth={score.halfWidth} />
        </span>
        {gain !== null && (
          <span className={styles.gain}>
            <Interval
              mean={gain.gain}
              halfWidth={gain.halfWidth}
              style={gain.unit === 'ratio' ? 'percent' : 'number'}
              signed
            />{' '}
            <span className={styles.verdict} data-verdict={gain.verdict}>
              {t(`verdict.${gain.verdict}`)}
            </span>
          </span>
        )}
      </span>
      <span className={styles.cost}>
        {t('table.parameters', { count: score.parameters, parameters: formatInteger(score.parameters) })}
        {note !== undefined && ` · ${note}`}
      </span>
    </td>
  );
}
