import { useTranslation } from 'react-i18next';
import { publishedRows } from './publishedRows';
import styles from './TablePart.module.css';

/** Four decimals, as the paper prints them. */
const auc = (value: number): string => value.toFixed(4);

/** Numbers of others beside ours, and marked as theirs. */
export function PublishedTable() {
  const { t } = useTranslation(['course', 'charts']);
  const columns = ['alone', 'hard', 'soft', 'crossStitch', 'mmoe'] as const;
  return (
    <div className={styles.published}>
      <h3 className={styles.publishedTitle}>{t('course:hardAgainstSoft.published.title')}</h3>
      <p className={styles.note}>{t('course:hardAgainstSoft.published.lead')}</p>
      <div
        className={styles.scroll}
        tabIndex={0}
        role="region"
        aria-label={t('course:hardAgainstSoft.published.title')}
      >
        <table className={styles.grid}>
          <thead>
            <tr>
              <th scope="col">{t('course:hardAgainstSoft.published.task')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`course:hardAgainstSoft.published.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {publishedRows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{t(`course:hardAgainstSoft.published.row.${row.id}`)}</th>
                {columns.map((column) => (
                  <td key={column}>{auc(row[column])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>
        {t('course:hardAgainstSoft.published.reading')}{' '}
        <a href="https://doi.org/10.1145/3219819.3220007" rel="noreferrer">
          Ma et al., KDD 2018
        </a>
      </p>
    </div>
  );
}
