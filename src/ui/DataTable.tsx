import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataTableProps } from './controlProps';
import styles from './DataTable.module.css';
import { Disclosure } from './Disclosure';
import { thinRows } from './thinRows';

/** The numbers behind a picture, folded away until somebody asks. */
export function DataTable({ caption, columns, rows, maxRows = 60 }: DataTableProps) {
  const { t } = useTranslation('charts');
  const [open, setOpen] = useState(false);
  const all = open ? rows() : [];
  const kept = thinRows(all.length, maxRows);
  return (
    <div className={styles.box}>
      <Disclosure summary={t('ui.numbers')} open={open} onToggle={setOpen}>
        {open && (
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
            <table className={styles.table}>
              <caption className={styles.caption}>
                {caption}
                {kept.length < all.length && ` ${t('ui.thinned', { shown: kept.length, all: all.length })}`}
              </caption>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {kept.map((index) => (
                  <tr key={index}>
                    {(all[index] ?? []).map((cell, column) =>
                      column === 0 ? (
                        <th key={column} scope="row">
                          {cell}
                        </th>
                      ) : (
                        <td key={column}>{cell}</td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Disclosure>
    </div>
  );
}
