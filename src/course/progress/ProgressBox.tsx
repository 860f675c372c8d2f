import { useRef, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { jsonFile, saveFile } from '../../export/saveFile';
import type { SlideId } from '../slideId';
import { Button } from '../../ui/Button';
import styles from './ProgressBox.module.css';
import { useProgress } from './useProgress';

/** What this browser remembers of the reader's attempts, with a file to hand in and a file to bring back. */
export function ProgressBox({ slide }: { readonly slide: SlideId }) {
  const { t } = useTranslation('learn');
  const { attempts, durable, problem, exportText, importText } = useProgress((progress) => progress);
  const [message, setMessage] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const here = attempts.filter((attempt) => attempt.slide === slide);
  const count = (outcome: string): number => here.filter((attempt) => attempt.outcome === outcome).length;

  async function take(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file === undefined) return;
    const result = importText(await file.text().catch(() => ''));
    setMessage(
      'added' in result
        ? t('progress.imported', { count: result.added, added: result.added })
        : t(`progress.refused.${result.reason}`, { place: result.place }),
    );
  }

  return (
    <section className={styles.box} aria-label={t('progress.title')}>
      <h2>{t('progress.title')}</h2>
      <p>
        {here.length === 0
          ? t('progress.none')
          : t('progress.summary', {
              count: here.length,
              all: here.length,
              right: count('right'),
              wrong: count('wrong'),
              skipped: count('skipped'),
            })}
      </p>
      <p className={styles.small}>{t(durable ? 'progress.kept' : 'progress.notKept')}</p>
      {problem !== null && <p className={styles.small}>{t(`progress.problem.${problem}`)}</p>}
      <div className={styles.buttons}>
        <Button
          onClick={() => saveFile('sharelab-progress.json', jsonFile(exportText()))}
          disabledReason={attempts.length === 0 ? t('progress.none') : null}
        >
          {t('progress.export')}
        </Button>
        <Button onClick={() => input.current?.click()}>{t('progress.import')}</Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t('progress.import')}
          onChange={(event) => void take(event)}
        />
      </div>
      <p role="status" className={styles.small}>
        {message}
      </p>
    </section>
  );
}
