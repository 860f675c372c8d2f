import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsvProblem } from '../../../csv/csvProblem';
import { LIMITS } from '../../../spec/limits';
import { Button } from '../../../ui/Button';
import styles from './OwnTable.module.css';

export type DroppedFile =
  | { readonly kind: 'read'; readonly name: string; readonly bytes: Uint8Array }
  /** Refused by its size alone, before it is read. */
  | { readonly kind: 'too-large'; readonly name: string; readonly problem: CsvProblem };

export interface DropFileProps {
  /** Of the file that is there. */
  readonly name: string | null;
  readonly onFile: (file: DroppedFile) => void;
}

/** A place to drop a file on, and a button that opens one. */
export function DropFile({ name, onFile }: DropFileProps) {
  const { t } = useTranslation('lab');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const { max } = LIMITS.csvBytes;
    if (file.size > max) {
      onFile({
        kind: 'too-large',
        name: file.name,
        problem: { code: 'file-too-large', params: { found: file.size, max } },
      });
      return;
    }
    onFile({ kind: 'read', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }

  return (
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again after it was mended.
          event.target.value = '';
          void take(file);
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('own.choose')}</Button>
      <span className={styles.note}>{name ?? t('own.drop')}</span>
    </div>
  );
}
