import type { TFunction } from 'i18next';
import type { ArmMark } from '../ui/armMark';
import type { TaskMark } from '../ui/taskMark';
import type { GainBar } from './chartProps';
import { gainText } from './gainText';
import { joinSentences } from './joinSentences';

/** How many comparisons help, hurt or stay undecided, and which differs most from alone. */
export function gainSummary(
  tasks: readonly TaskMark[],
  arms: readonly ArmMark[],
  bars: readonly GainBar[],
  unit: 'ratio' | 'absolute',
  t: TFunction<'charts'>,
): string {
  if (bars.length === 0) return t('gain.empty');
  const count = (verdict: GainBar['verdict']): number => bars.filter((bar) => bar.verdict === verdict).length;
  const sentence = t('gain.summary', {
    all: bars.length,
    helps: count('helps'),
    hurts: count('hurts'),
    undecided: count('undecided'),
  });
  const decided = bars.filter((bar) => bar.verdict !== 'undecided').sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean));
  const [extreme] = decided;
  const arm = arms.find((candidate) => candidate.id === extreme?.arm);
  const task = tasks[extreme?.task ?? -1];
  if (extreme === undefined || arm === undefined || task === undefined) return sentence;
  return joinSentences([
    sentence,
    t('gain.extreme', { arm: arm.label, task: task.name, gain: gainText(extreme, unit) }),
  ]);
}
