import { useTranslation } from 'react-i18next';
import type { SpecProblem } from '../../spec/specProblem';
import styles from './Notice.module.css';
import { useProblemWords } from './useProblemWords';

/** More than this is a wall that nobody reads; fixing the first ones usually mends the rest. */
const SHOWN = 8;

export function ProblemList({ problems }: { readonly problems: readonly SpecProblem[] }) {
  const { t } = useTranslation('lab');
  const describe = useProblemWords();
  return (
    <ul className={styles.problems}>
      {problems.slice(0, SHOWN).map((problem) => {
        const sentence = describe(problem);
        return <li key={sentence}>{sentence}</li>;
      })}
      {problems.length > SHOWN && <li>{t('badLink.more', { n: problems.length - SHOWN })}</li>}
    </ul>
  );
}
