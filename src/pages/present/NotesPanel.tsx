import { useTranslation } from 'react-i18next';
import { Prose } from '../../course/reading/Prose';
import { useSlideText } from '../../course/reading/useSlideText';
import type { BuiltSlide } from '../../course/registry';
import { Button } from '../../ui/Button';
import styles from './NotesPanel.module.css';

/** The teacher notes over the right side of the slide; the room sees them too, so they open only on demand. */
export function NotesPanel({ slide, onClose }: { readonly slide: BuiltSlide; readonly onClose: () => void }) {
  const { t } = useTranslation('learn');
  const section = useSlideText(slide.text)?.sections.get('teacher-notes');
  return (
    <aside className={styles.panel} aria-label={section?.heading ?? ''}>
      <header className={styles.head}>
        <h2>{section?.heading}</h2>
        <Button kind="quiet" onClick={onClose} shortcut="t">
          {t('present.closeNotes')}
        </Button>
      </header>
      {section !== undefined && <Prose markdown={section.body} />}
    </aside>
  );
}
