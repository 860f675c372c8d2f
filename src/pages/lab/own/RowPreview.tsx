import { useTranslation } from 'react-i18next';
import type { CsvTable } from '../../../csv/csvTable';
import styles from './OwnTable.module.css';

/** Rows that are shown. */
const SHOWN = 4;

/** The first rows as they were read, so that a wrong guess is seen at once. */
export function RowPreview({ table }: { readonly table: CsvTable }) {
  const { t } = useTranslation('lab');
  const rows = Array.from({ length: Math.min(SHOWN, table.rows) }, (_, row) => row);
  const caption = t('own.preview');
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {table.columns.map(({ name, cells }) => (
                <td key={name}>{cells[row] === '' ? '–' : cells[row]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
