import { useTranslation } from 'react-i18next';
import { inputWidth, splitRows } from '../../spec/taskShapes';
import { HelpTip } from '../../ui/HelpTip';
import { useLabState } from './LabContext';
import styles from './Knobs.module.css';

/** A table has no knobs of its own: its rows are in the preset. */
export function TableNote() {
  const { t } = useTranslation('lab');
  const source = useLabState((state) => state.spec.points[0]?.tasks);
  if (source?.source !== 'table') return null;
  const rows = Math.max(0, ...splitRows(source).map((split) => split.train));
  return (
    <p className={styles.note}>
      <HelpTip help={t('knob.table.help')}>{t('knob.table.label')}</HelpTip>:{' '}
      {t('knob.table.size', { rows, columns: inputWidth(source) })}
    </p>
  );
}
