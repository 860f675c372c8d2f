import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { SchemeGlyph } from '../../../ui/SchemeGlyph';
import { useLab, useLabState } from '../LabContext';
import { useProblemWords } from '../useProblemWords';
import styles from './ArmAdder.module.css';
import { armOffers, type ArmOffer } from './armOffers';

const GROUPS = ['rows', 'mixed', 'balanced'] as const;

/** One menu of everything that can be trained side by side: rows, mixed activations, balanced hard sharing. */
export function ArmAdder() {
  const { t } = useTranslation('lab');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('arms.add')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('arms.add')}>
        <Offers onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Offers({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const towers = useLabState((state) => state.towers);
  const experiment = useLabState((state) => state.draft.experiment);
  const offers = useMemo(
    () => armOffers({ ...towers, source: experiment.tasks.source }, experiment.schemes),
    [towers, experiment],
  );
  return GROUPS.map((group) => (
    <section key={group} className={styles.group} aria-label={t(`arms.group.${group}.title`)}>
      <h3>{t(`arms.group.${group}.title`)}</h3>
      <p className={styles.note}>{t(`arms.group.${group}.meaning`)}</p>
      <ul className={styles.offers}>
        {offers
          .filter((offer) => offer.group === group)
          .map((offer) => (
            <li key={offer.method}>
              <Offer
                offer={offer}
                onChoose={() => {
                  lab.edit({ knob: 'addScheme', scheme: offer.scheme });
                  lab.look({ arm: experiment.schemes.length });
                  onDone();
                }}
              />
            </li>
          ))}
      </ul>
    </section>
  ));
}

function Offer({ offer, onChoose }: { readonly offer: ArmOffer; readonly onChoose: () => void }) {
  const { t } = useTranslation('methods');
  const describe = useProblemWords();
  const { method, problem, glyph } = offer;
  const name = t(`${method}.name`);
  return (
    <button
      type="button"
      className={styles.offer}
      aria-disabled={problem !== null || undefined}
      onClick={() => {
        if (problem === null) onChoose();
      }}
    >
      <SchemeGlyph kind={glyph} />
      <span>
        <span className={styles.name}>{name}</span>
        {/* The place would be one in a file; here the name stands above. */}
        <span className={styles.note}>
          {problem === null ? t(`${method}.meaning`) : describe({ ...problem, path: [name] })}
        </span>
      </span>
    </button>
  );
}
