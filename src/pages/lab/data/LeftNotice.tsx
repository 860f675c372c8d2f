import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import styles from '../Knobs.module.css';
import { useLab, useLabState } from '../LabContext';

/** After a change of data: what stayed, what could not, and the way back. */
export function LeftNotice() {
  const { t, i18n } = useTranslation('lab');
  const { lab } = useLab();
  const left = useLabState((state) => state.draft.left);
  if (left === null) return null;
  const words = left.dropped.map((each) => t(`left.${each}`));
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(words);
  return (
    <div className={styles.left} role="status">
      <p>{words.length === 0 ? t('left.nothing') : t('left.some', { list })}</p>
      <Button onClick={() => lab.putBack()}>{t('left.putBack')}</Button>
    </div>
  );
}
