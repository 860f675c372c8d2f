import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { presetById, presetIds } from '../../presets';
import type { SpecProblem } from '../../spec/specProblem';
import styles from './BadLink.module.css';
import { ProblemList } from './ProblemList';

export interface BadLinkProps {
  /** Name of a preset that does not exist, or `null`. */
  readonly unknown: string | null;
  readonly problems: readonly SpecProblem[];
}

/** A link that cannot be run: every problem by place, value and what is allowed, and the ways on. */
export function BadLink({ unknown, problems }: BadLinkProps) {
  const { t, i18n } = useTranslation('lab');
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
  return (
    <div className={styles.screen}>
      <h1>{t('badLink.title')}</h1>
      {unknown === null ? (
        <>
          <p>{t('badLink.lead')}</p>
          <ProblemList problems={problems} />
        </>
      ) : (
        <p>{t('badLink.unknown', { id: unknown })}</p>
      )}
      <h2>{t('badLink.presets')}</h2>
      <ul>
        {presetIds.map((id) => (
          <li key={id}>
            <Link to={`/lab?p=${id}`}>{presetById(id).title[language]}</Link>
          </li>
        ))}
      </ul>
      <Link to="/lab">{t('badLink.open')}</Link>
    </div>
  );
}
