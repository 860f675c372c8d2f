import { useTranslation } from 'react-i18next';
import { LAB_KEYS, type LabCommand } from '../pages/lab/labKeys';
import { Dialog } from '../ui/Dialog';
import styles from './KeyList.module.css';

const LAB_WORDS = {
  toggle: 'run',
  step: 'step',
  rewind: 'rewind',
  newSeed: 'newSeed',
} as const satisfies Record<LabCommand, string>;
const LAB_ORDER = ['toggle', 'step', 'rewind', 'newSeed'] as const satisfies readonly LabCommand[];

export function KeyList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const groups = [
    {
      title: t('keys.everywhere'),
      rows: [
        { key: '?', does: t('keys.help') },
        { key: 'Esc', does: t('keys.escape') },
      ],
    },
    {
      title: t('keys.lab'),
      rows: LAB_ORDER.map((command) => ({
        key: LAB_KEYS[command] === ' ' ? t('keys.space') : LAB_KEYS[command],
        does: t(`keys.${LAB_WORDS[command]}`),
      })),
    },
    {
      title: t('keys.slides'),
      rows: [
        { key: '← →', does: t('keys.slide') },
        { key: 'f', does: t('keys.full') },
        { key: t('keys.space'), does: t('keys.run') },
      ],
    },
  ];
  return (
    <Dialog open onClose={onClose} title={t('keys.title')}>
      <p className={styles.lead}>{t('keys.lead')}</p>
      <div className={styles.groups}>
        {groups.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(({ key, does }) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
