import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsvProblem } from '../../../csv/csvProblem';
import { DELIMITERS, type CsvTable, type Delimiter } from '../../../csv/csvTable';
import { CSV_ENCODINGS, decodeCsv, type CsvEncoding } from '../../../csv/decodeCsv';
import { ownSource } from '../../../csv/ownSource';
import { readCsv } from '../../../csv/readCsv';
import { formatInteger } from '../../../i18n';
import type { OwnSource } from '../../../spec/sources/own';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Disclosure } from '../../../ui/Disclosure';
import { Select } from '../../../ui/Select';
import { ColumnTable } from './ColumnTable';
import { columnChoice, firstUse, type ColumnUse } from './columnUse';
import { CsvProblems } from './CsvProblems';
import { DropFile, type DroppedFile } from './DropFile';
import styles from './OwnTable.module.css';
import { RowPreview } from './RowPreview';

export interface OwnTableProps {
  readonly onClose: () => void;
  readonly onTake: (source: OwnSource) => void;
}

interface Hints {
  readonly encoding?: CsvEncoding;
  readonly delimiter?: Delimiter;
}

interface Read {
  readonly encoding: CsvEncoding | null;
  readonly table: CsvTable | null;
  readonly problem: CsvProblem | null;
}

function read(bytes: Uint8Array, hints: Hints): Read {
  const decoding = decodeCsv(bytes, hints.encoding);
  if (!decoding.ok) return { encoding: null, table: null, problem: decoding.problem };
  const { encoding } = decoding;
  const reading = readCsv(decoding.text, hints.delimiter === undefined ? {} : { delimiter: hints.delimiter });
  return reading.ok
    ? { encoding, table: reading.table, problem: null }
    : { encoding, table: null, problem: reading.problem };
}

/** A reader's own CSV: opened, looked at, columns chosen, and then trained on. Nothing leaves this machine. */
export function OwnTable({ onClose, onTake }: OwnTableProps) {
  const { t } = useTranslation('lab');
  const [file, setFile] = useState<DroppedFile | null>(null);
  const [hints, setHints] = useState<Hints>({});
  const found = useMemo(
    () => (file?.kind === 'read' ? read(file.bytes, hints) : { encoding: null, table: null, problem: null }),
    [file, hints],
  );
  const problem = file?.kind === 'too-large' ? file.problem : found.problem;
  return (
    <Dialog open onClose={onClose} title={t('own.title')}>
      <p>{t('own.lead')}</p>
      <DropFile
        name={file?.name ?? null}
        onFile={(next) => {
          setHints({});
          setFile(next);
        }}
      />
      {problem !== null && <CsvProblems problems={[problem]} />}
      {file?.kind === 'read' && (found.table !== null || found.encoding !== null) && (
        <Disclosure summary={t('own.looksWrong')}>
          <div className={styles.hints}>
            <Select
              label={t('own.encoding')}
              value={found.encoding ?? 'utf-8'}
              choices={CSV_ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
              onChange={(encoding) => setHints({ ...hints, encoding })}
            />
            <Select
              label={t('own.delimiter.label')}
              value={String(DELIMITERS.indexOf(found.table?.delimiter ?? hints.delimiter ?? ','))}
              choices={(['comma', 'semicolon', 'tab', 'bar'] as const).map((word, index) => ({
                value: String(index),
                label: t(`own.delimiter.${word}`),
              }))}
              onChange={(index) => {
                const delimiter = DELIMITERS[Number(index)];
                if (delimiter !== undefined) setHints({ ...hints, delimiter });
              }}
            />
          </div>
        </Disclosure>
      )}
      {found.table !== null && <Columns table={found.table} onTake={onTake} />}
    </Dialog>
  );
}

interface ColumnsProps {
  readonly table: CsvTable;
  readonly onTake: OwnTableProps['onTake'];
}

function Columns({ table, onTake }: ColumnsProps) {
  const { t } = useTranslation('lab');
  const [chosen, setChosen] = useState<{ readonly table: CsvTable; readonly uses: readonly ColumnUse[] } | null>(null);
  // Another table begins with its own guess.
  const uses = useMemo(() => (chosen?.table === table ? chosen.uses : firstUse(table)), [chosen, table]);
  const result = useMemo(() => ownSource(table, columnChoice(uses)), [table, uses]);
  return (
    <>
      <p className={styles.note}>
        {t('own.size', { rows: formatInteger(table.rows), columns: formatInteger(table.columns.length) })}
      </p>
      <RowPreview table={table} />
      <ColumnTable
        table={table}
        uses={uses}
        onChange={(column, use) => setChosen({ table, uses: uses.map((old, index) => (index === column ? use : old)) })}
      />
      {!result.ok && <CsvProblems problems={result.problems} />}
      {result.ok && result.dropped > 0 && (
        <p className={styles.note}>{t('own.dropped', { rows: formatInteger(result.dropped) })}</p>
      )}
      <div>
        <Button
          kind="primary"
          disabledReason={result.ok ? null : t('own.notYet')}
          onClick={() => {
            if (result.ok) onTake(result.source);
          }}
        >
          {t('own.take')}
        </Button>
      </div>
    </>
  );
}
