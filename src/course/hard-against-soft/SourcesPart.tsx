import { useTranslation } from 'react-i18next';
import { SourceList } from '../reading/SourceList';
import { sources } from './sources';

/** Sources of slide 4.1, with the corrections to how they are usually cited. */
export function SourcesPart() {
  const { t } = useTranslation('course');
  return (
    <SourceList
      title={t('hardAgainstSoft.sources.title')}
      sources={sources.map((source) => ({
        ...source,
        note: t(`hardAgainstSoft.sources.${source.id}`),
      }))}
    />
  );
}
