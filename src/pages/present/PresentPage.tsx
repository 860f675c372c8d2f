import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { builtSlides, findSlide } from '../../course/registry';
import type { BackendName } from '../../training/events';
import styles from './PresentPage.module.css';
import { SlideShow } from './SlideShow';
import { useProjectorTheme } from './useProjectorTheme';

/** `#/present/<slide>`: one slide on a projector, driven by the keyboard, nothing to scroll. */
export function PresentPage({ backend = null }: { readonly backend?: BackendName | null }) {
  const { t } = useTranslation(['learn', 'course']);
  const { slide: id = '' } = useParams();
  const slide = findSlide(id);
  useProjectorTheme();
  if (slide !== null) return <SlideShow key={slide.id} slide={slide} backend={backend} />;
  return (
    <main className={styles.unknown}>
      <h1>{t('learn:unknown.title', { id })}</h1>
      <ul>
        {builtSlides.map((built) => (
          <li key={built.id}>
            <Link to={`/present/${built.id}`}>
              {built.id} {t(`course:${built.words}.title`)}
            </Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
