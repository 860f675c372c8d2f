import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { describeProblem, type Translate } from '../../spec/describeProblem';
import type { SpecProblem } from '../../spec/specProblem';

/** One sentence per problem in the reader's language: the place, what was found, what is allowed. */
export function useProblemWords(): (problem: SpecProblem) => string {
  const { t } = useTranslation('errors');
  return useCallback(
    (problem: SpecProblem) => {
      // The keys are made from codes; a test of the catalogue holds every code to a sentence.
      const translate = t as unknown as Translate;
      return describeProblem(problem, translate);
    },
    [t],
  );
}
