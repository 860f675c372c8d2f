import { useTranslation } from 'react-i18next';
import type { CsvProblem } from '../../../csv/csvProblem';
import type lab from '../../../i18n/locales/en/lab.json';
import { formatInteger } from '../../../i18n';
import type { Translate } from '../../../spec/describeProblem';
import styles from './OwnTable.module.css';

/** What stands in the way, with row, column, what was found and what is allowed. */
export function CsvProblems({ problems }: { readonly problems: readonly CsvProblem[] }) {
  const { t } = useTranslation('lab');
  // The keys are made from codes; the compiler holds every code to a sentence below.
  const translate = t as unknown as Translate;
  return (
    <ul className={styles.problems} role="alert">
      {problems.map(({ code, params }, index) => {
        const words = Object.fromEntries(
          Object.entries(params).map(([name, value]) => [
            name,
            typeof value === 'number' ? formatInteger(value) : value,
          ]),
        );
        return <li key={index}>{translate(`lab:${keyOf(code)}`, words)}</li>;
      })}
    </ul>
  );
}

function keyOf<Code extends CsvProblem['code']>(
  code: Code,
): `own.problem.${keyof (typeof lab)['own']['problem'] & Code}` {
  return `own.problem.${code}`;
}
