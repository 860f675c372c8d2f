import type { BackendName, BackendReport, BackendTrial } from '../training/events';

/** Why one of two backends that both passed trains, and why the other does not. */
interface ChoiceReasons {
  readonly chosen: BackendTrial['reason'];
  readonly other: BackendTrial['reason'];
}

/** The story of trials in which several passed, told to its end: `name` trains, the others that passed do not. */
export function chosenReport(
  trials: readonly BackendTrial[],
  name: BackendName,
  reasons: ChoiceReasons,
): BackendReport {
  const told = trials.map((trial): BackendTrial => {
    if (trial.backend === name) return { ...trial, outcome: 'chosen', reason: reasons.chosen };
    return trial.outcome === 'chosen' ? { ...trial, outcome: 'skipped', reason: reasons.other } : trial;
  });
  return { backend: name, trials: told };
}
