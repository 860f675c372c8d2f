import { useTranslation } from 'react-i18next';
import type { CsvColumn, CsvTable } from '../../../csv/csvTable';
import { formatInteger } from '../../../i18n';
import { Select } from '../../../ui/Select';
import type { ColumnUse } from './columnUse';
import styles from './OwnTable.module.css';

export interface ColumnTableProps {
  readonly table: CsvTable;
  /** One per column. */
  readonly uses: readonly ColumnUse[];
  readonly onChange: (column: number, use: ColumnUse) => void;
}

const ROLES = ['input', 'target', 'unused'] as const;

/** Column by column: what it seems to hold and why, what is missing, what it is used for. */
export function ColumnTable({ table, uses, onChange }: ColumnTableProps) {
  const { t } = useTranslation('lab');
  const caption = t('own.columns');
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('own.column')}</th>
            <th scope="col">{t('own.use')}</th>
            <th scope="col">{t('own.as')}</th>
            <th scope="col">{t('own.missing')}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column, index) => {
            const use = uses[index] ?? { role: 'unused', kind: null };
            const { kind } = use;
            return (
              <tr key={column.name}>
                <th scope="row">
                  {column.name}
                  <Reason column={column} />
                </th>
                <td>
                  {kind !== null && (
                    <Select
                      label={t('own.useOf', { column: column.name })}
                      labelHidden
                      value={use.role}
                      choices={ROLES.map((value) => ({ value, label: t(`own.role.${value}`) }))}
                      onChange={(role) => onChange(index, { ...use, role })}
                    />
                  )}
                </td>
                <td>
                  {kind === null ? (
                    t(`own.kind.${column.kind}`)
                  ) : column.kinds.length === 1 ? (
                    t(`own.kind.${kind}`)
                  ) : (
                    <Select
                      label={t('own.kindOf', { column: column.name })}
                      labelHidden
                      value={kind}
                      choices={column.kinds.map((value) => ({ value, label: t(`own.kind.${value}`) }))}
                      onChange={(next) => onChange(index, { ...use, kind: next })}
                    />
                  )}
                </td>
                <td>{formatInteger(column.missing)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Levels that are named. */
const SHOWN = 4;

function Reason({ column }: { readonly column: CsvColumn }) {
  const { t } = useTranslation('lab');
  const { kind, levels } = column;
  const list = `${levels.slice(0, SHOWN).join(', ')}${levels.length > SHOWN ? ', …' : ''}`;
  return <span className={styles.reason}>{t(`own.reason.${kind}`, { list, count: levels.length })}</span>;
}
