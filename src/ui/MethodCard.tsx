import { useTranslation } from 'react-i18next';
import { factsOf, groupOf, needOf, type BalancingId, type MethodId } from './catalogue/methodId';
import { paperAddress } from './catalogue/paper';
import { paperOf } from './catalogue/papers';
import { FormulaBox } from './FormulaBox';
import styles from './MethodCard.module.css';

export interface MethodCardProps {
  readonly method: MethodId;
  /** The name stands beside the card already (a select, a heading): it is not repeated. */
  readonly nameless?: boolean;
}

/** One method on a card: what it does, its formula, what the letters mean, what it costs, where it comes from. */
export function MethodCard({ method, nameless = false }: MethodCardProps) {
  const { t } = useTranslation('methods');
  const { papers } = factsOf(method);
  const name = t(`${method}.name`);
  return (
    <section className={styles.card} aria-label={name}>
      {!nameless && (
        <p className={styles.head}>
          <span className={styles.name}>{name}</span>{' '}
          <span className={styles.group}>{t(`group.${groupOf(method)}`)}</span>
        </p>
      )}
      <p>{t(`${method}.meaning`)}</p>
      <FormulaBox method={method} />
      <p className={styles.note}>
        <span className={styles.label}>{t('card.where')}</span> {t(`${method}.where`)}
      </p>
      <p className={styles.note}>
        <span className={styles.label}>{t('card.cost')}</span>{' '}
        {isBalancing(method) ? t(`need.${needOf(method)}`) : t(`${method}.cost`)}
      </p>
      {papers.map((id) => {
        const paper = paperOf(id);
        const address = paperAddress(paper);
        return (
          <p key={id} className={styles.note}>
            <span className={styles.label}>{t('card.source')}</span>{' '}
            <span lang="en">
              {paper.authors} ({paper.year}). <cite className={styles.title}>{paper.title}</cite>.{' '}
              {paper.venue === 'arXiv' ? '' : `${paper.venue}. `}
              <a href={address} rel="noreferrer">
                {paper.id}
              </a>
            </span>
          </p>
        );
      })}
    </section>
  );
}

function isBalancing(method: MethodId): method is BalancingId {
  return method.startsWith('balancing.');
}
