import { useTranslation } from 'react-i18next';
import type { BuiltSlide } from '../../course/registry';
import { Dialog } from '../../ui/Dialog';
import styles from './KeyList.module.css';

const ROWS = [
  { id: 'views', keys: ['←', '→'] },
  { id: 'slides', keys: ['↑', '↓'] },
  { id: 'step', keys: ['.'] },
  { id: 'rewind', keys: ['r'] },
  { id: 'notes', keys: ['t'] },
  { id: 'fullScreen', keys: ['f'] },
  { id: 'help', keys: ['?'] },
  { id: 'leave', keys: ['Esc'] },
] as const;

/** All keys of the presented slide. */
export function KeyList({ slide, onClose }: { readonly slide: BuiltSlide; readonly onClose: () => void }) {
  const { t } = useTranslation(['learn', 'course']);
  return (
    <Dialog open onClose={onClose} title={t('learn:present.keys')}>
      <dl className={styles.list}>
        <div>
          <dt>
            <kbd>{t('learn:present.key.spaceKey')}</kbd>
          </dt>
          <dd>{t('learn:present.key.go')}</dd>
        </div>
        {slide.present.knobs.map(({ id }, index) => (
          <div key={id}>
            <dt>
              <kbd>{index + 1}</kbd>
            </dt>
            <dd>{t(`course:${slide.words}.present.knob.${id}`)}</dd>
          </div>
        ))}
        {ROWS.map(({ id, keys }) => (
          <div key={id}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`learn:present.key.${id}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
