import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { builtSlides, findSlide } from '../../course/registry';
import type { BackendName } from '../../training/events';
import styles from './LearnPage.module.css';
import { SlideReader } from './SlideReader';

/** `#/learn/<slide>`: a slide to read, run and answer. */
export function LearnPage({ backend = null }: { readonly backend?: BackendName | null }) {
  const { t } = useTranslation(['learn', 'course']);
  const { slide: id = '' } = useParams();
  const slide = findSlide(id);
  if (slide !== null) return <SlideReader key={slide.id} slide={slide} backend={backend} />;
  return (
    <div className={styles.unknown}>
      <h1>{t('learn:unknown.title', { id })}</h1>
      <p>{t('learn:unknown.lead')}</p>
      <ul>
        {builtSlides.map((built) => (
          <li key={built.id}>
            <Link to={`/learn/${built.id}`}>
              {built.id} {t(`course:${built.words}.title`)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
