import { useTranslation } from 'react-i18next';
import type { VerdictProps } from '../courseSlide';
import { measureSlices } from '../measure/slice';
import { formatSignificant } from '../../i18n';
import styles from './ClaimVerdict.module.css';
import { predict30 } from './exercise';
import { usePredicted } from './figures/usePredicted';
import { judgeClaim } from './verdict';

/** What the shown run says about the claim, in one sentence; computed, never typed in. */
export function ClaimVerdict({ run, spoilers }: VerdictProps) {
  const { t, i18n } = useTranslation('course');
  const predicted = usePredicted();
  const { record } = run;
  if (record === null) return <p className={styles.verdict}>{t('hardAgainstSoft.verdict.none')}</p>;
  const slices = measureSlices(record, -1).flatMap(({ value, shape }) => (value === null ? [] : [{ value, shape }]));
  const verdict = judgeClaim(slices, record.status === 'finished');
  const waits = !predicted && !spoilers;
  const at = (value: number): string => `${formatSignificant(value)}°`;
  const parts = [
    verdict.shareAllAt === null ? null : t('hardAgainstSoft.verdict.shareAll', { angle: at(verdict.shareAllAt) }),
    verdict.shareSomeAt === null
      ? null
      : waits && verdict.shareSomeAt === predict30.value
        ? t('hardAgainstSoft.verdict.waits', { angle: at(verdict.shareSomeAt) })
        : t('hardAgainstSoft.verdict.shareSome', { angle: at(verdict.shareSomeAt) }),
    verdict.shareNoneAt === null ? null : t('hardAgainstSoft.verdict.shareNone', { angle: at(verdict.shareNoneAt) }),
  ].filter((part) => part !== null);
  const list = parts.join(t('hardAgainstSoft.verdict.and'));
  const key = {
    holds: 'hardAgainstSoft.verdict.holds',
    'holds-when': 'hardAgainstSoft.verdict.holdsWhen',
    'does-not-hold': 'hardAgainstSoft.verdict.doesNotHold',
    measuring: 'hardAgainstSoft.verdict.measuring',
  } as const;
  const because = {
    holds: t('hardAgainstSoft.because.holds', { list }),
    'holds-when': t('hardAgainstSoft.because.holdsWhen', { list }),
    'does-not-hold': t('hardAgainstSoft.because.doesNotHold'),
    measuring: t('hardAgainstSoft.because.measuring'),
  };
  return (
    <p className={styles.verdict} data-outcome={verdict.outcome}>
      <strong className={styles.word}>{t(key[verdict.outcome])}</strong>
      {/* Chinese sets no space between sentences. */}
      {i18n.language === 'en' && ' '}
      <span>{because[verdict.outcome]}</span>{' '}
      <span className={styles.basis}>
        {t('hardAgainstSoft.verdict.basis', { count: record.spec.seeds.length, seeds: record.spec.seeds.length })}
      </span>
    </p>
  );
}
