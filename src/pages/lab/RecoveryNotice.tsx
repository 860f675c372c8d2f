import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInteger } from '../../i18n';
import type { RunRecord } from '../../record/runRecord';
import { classNames } from '../../ui/classNames';
import styles from './Notice.module.css';

/** That the engine was lost and has gone on, and from which step: told once, not anew with every step. */
export function RecoveryNotice({ record }: { readonly record: RunRecord }) {
  const { t } = useTranslation('lab');
  const [told, setTold] = useState({ times: 0, step: 0 });
  const times = record.recoveries;
  if (told.times !== times) setTold({ times, step: record.step });
  if (times === 0) return null;
  const step = formatInteger(told.step);
  return (
    <div className={classNames(styles.notice, styles.calm)} role="status">
      {times === 1 ? t('notice.recovered', { step }) : t('notice.recoveredTimes', { times, step })}
    </div>
  );
}
