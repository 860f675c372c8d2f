import type { SlideSource } from '../courseSlide';
import styles from './SourceList.module.css';

export interface SourceListProps {
  readonly title: string;
  readonly sources: readonly (SlideSource<string> & { readonly note: string })[];
}

/** What the slide rests on: each work as published, and what it is (and is not) quoted for. */
export function SourceList({ title, sources }: SourceListProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className={styles.list}>
        {sources.map((source) => (
          <li key={source.id}>
            <span lang="en">
              {source.authors} ({source.year}). <cite className={styles.title}>{source.title}</cite>. {source.venue}.{' '}
              <a href={source.href} rel="noreferrer">
                {source.href.replace('https://', '')}
              </a>
            </span>
            <p className={styles.note}>{source.note}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
