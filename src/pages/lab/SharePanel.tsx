import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { svgToFile } from '../../export/chartImage';
import { encodePresetLink } from '../../export/presetLink';
import { recordToCsv } from '../../export/recordToCsv';
import { csvFile, jsonFile, saveFile } from '../../export/saveFile';
import { formatInteger } from '../../i18n';
import { recordToJson } from '../../record/recording';
import type { RunRecord } from '../../record/runRecord';
import { LIMITS } from '../../spec/limits';
import { utf8Length } from '../../spec/utf8Length';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { joinSvg } from './joinSvg';
import { draftPreset } from './labDraft';
import { useLab, useLabState } from './LabContext';
import styles from './Panel.module.css';

/** Where the towers are drawn; their pictures are what "SVG" saves. */
const FIGURE = '#lab-figure figure svg';

type LinkState =
  | { readonly kind: 'idle' | 'copied' | 'own' }
  | { readonly kind: 'file-too-large'; readonly bytes: number }
  | { readonly kind: 'by-hand' | 'too-long'; readonly link: string };

/** The draft as a link or a file, the run as tables, the picture as a picture. Nothing is sent anywhere. */
export function SharePanel({ record }: { readonly record: RunRecord }) {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const [link, setLink] = useState<LinkState>({ kind: 'idle' });
  const blocked = useLabState((state) => (state.problems.length > 0 ? 'blocked' : null));
  const id = useLabState((state) => state.draft.preset.id);
  const isOwn = useLabState((state) => state.draft.experiment.tasks.source === 'own');
  const empty = record.evaluations.length === 0;

  async function copy(): Promise<void> {
    if (isOwn) {
      setLink({ kind: 'own' });
      return;
    }
    const packed = await encodePresetLink(draftPreset(lab.store.getState().draft));
    const { origin, pathname } = window.location;
    const address = `${origin}${pathname}#/lab?x=${packed}`;
    if (packed.length > LIMITS.sharedLinkCharacters.max) {
      setLink({ kind: 'too-long', link: address });
      return;
    }
    try {
      await navigator.clipboard.writeText(address);
      setLink({ kind: 'copied' });
    } catch {
      setLink({ kind: 'by-hand', link: address });
    }
  }

  function savePreset(): void {
    const preset = draftPreset(lab.store.getState().draft);
    // The rows of a table take enough room without indentation.
    const text = JSON.stringify(preset, null, isOwn ? 0 : 2);
    const bytes = utf8Length(text);
    if (bytes > LIMITS.fileBytes.max) {
      setLink({ kind: 'file-too-large', bytes });
      return;
    }
    setLink({ kind: 'idle' });
    saveFile(`${id}.json`, jsonFile(text));
  }

  function saveFigure(): void {
    const drawings = [...document.querySelectorAll<SVGSVGElement>(FIGURE)].map((svg) => {
      const { width, height } = svg.getBoundingClientRect();
      return { text: svgToFile(svg), width, height };
    });
    saveFile(`${id}.svg`, new Blob([joinSvg(drawings)], { type: 'image/svg+xml' }));
  }

  const reason = blocked === null ? null : t('share.blocked');
  const nothing = empty ? t('share.nothing') : null;
  return (
    <section className={styles.panel}>
      <h2>{t('share.title')}</h2>
      <div className={styles.actions}>
        <Button onClick={() => void copy()} disabledReason={reason}>
          {t('share.copy')}
        </Button>
        <Button onClick={savePreset} disabledReason={reason}>
          {t('share.preset')}
        </Button>
        <Button onClick={() => saveFile(`${id}.csv`, csvFile(recordToCsv(record)))} disabledReason={nothing}>
          {t('share.csv')}
        </Button>
        <Button onClick={() => saveFile(`${id}-run.json`, jsonFile(recordToJson(record)))} disabledReason={nothing}>
          {t('share.json')}
        </Button>
        <Button onClick={saveFigure} disabledReason={nothing}>
          {t('share.svg')}
        </Button>
      </div>
      <p className={styles.note} role="status">
        {link.kind === 'copied' && t('share.copied')}
      </p>
      <Dialog
        open={link.kind !== 'idle' && link.kind !== 'copied'}
        onClose={() => setLink({ kind: 'idle' })}
        title={t('share.title')}
      >
        {link.kind === 'by-hand' && (
          <>
            <p>{t('share.copyByHand')}</p>
            <textarea className={styles.link} readOnly rows={6} value={link.link} aria-label={t('share.copy')} />
          </>
        )}
        {link.kind === 'own' && (
          <>
            <p>{t('share.ownLink')}</p>
            <div className={styles.actions}>
              <Button onClick={savePreset}>{t('share.preset')}</Button>
            </div>
          </>
        )}
        {link.kind === 'file-too-large' && (
          <p>
            {t('share.fileTooLarge', {
              found: formatInteger(link.bytes),
              max: formatInteger(LIMITS.fileBytes.max),
            })}
          </p>
        )}
        {link.kind === 'too-long' && (
          <p>
            {t('share.tooLong', {
              length: formatInteger(link.link.length),
              max: formatInteger(LIMITS.sharedLinkCharacters.max),
            })}
          </p>
        )}
      </Dialog>
    </section>
  );
}
