import { resolveArm } from '../../../spec/resolveArms';
import { resolveModel, resolveTraining } from '../../../spec/resolveTraining';
import type { DraftExperiment } from '../labDraft';

/**
 * The experiment with a name for every arm that would otherwise be called like another one: two mixtures of experts that
 * differ in their number of experts are both `mmoe`, and the second becomes `mmoe.2`.
 */
export function uniquelyNamed(experiment: DraftExperiment): DraftExperiment {
  const training = resolveTraining(experiment.training);
  const setting = {
    // Which tasks there are does not show in a name.
    tasks: [],
    model: resolveModel(experiment.model),
    optimizer: training.optimizer,
    steps: training.steps,
    learningRate: experiment.training.learningRate,
  };
  const taken = new Set(experiment.schemes.flatMap(({ id }) => id ?? []));
  const schemes = experiment.schemes.map((scheme) => {
    if (scheme.id !== undefined) return scheme;
    const { id } = resolveArm(scheme, setting);
    if (!taken.has(id)) {
      taken.add(id);
      return scheme;
    }
    let n = 2;
    while (taken.has(`${id}.${n}`)) n += 1;
    taken.add(`${id}.${n}`);
    return { ...scheme, id: `${id}.${n}` };
  });
  const named = schemes.every((scheme, arm) => scheme === experiment.schemes[arm]);
  return named ? experiment : { ...experiment, schemes };
}
