import { useProgress } from '../../progress/useProgress';
import { predict30 } from '../exercise';

/** Whether this reader has drawn a prediction (or chosen to look without one); until then the answer stays covered. */
export function usePredicted(): boolean {
  return useProgress(({ attempts }) =>
    attempts.some(
      ({ slide, exercise, detail }) =>
        slide === '4.1' && exercise === predict30.id && (detail.kind === 'prediction' || detail.kind === 'skip'),
    ),
  );
}
