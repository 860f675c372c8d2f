import type { TaskShape } from '../../spec/taskShape';

/** +1 for a score of which more is better (accuracy), -1 for one of which less is better (relative error). */
export function betterSign(score: TaskShape['score']): 1 | -1 {
  return score === 'accuracy' ? 1 : -1;
}
