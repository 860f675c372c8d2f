/** A finished run as a person reads it. */
import { formatSeconds, formatSignificant } from '../i18n/numberFormat';
import { meanInterval } from '../numeric/statistics';
import { baselineArm } from '../record/baselineArm';
import { bestOnValidation } from '../record/bestOnValidation';
import { seedValues } from '../record/quantity';
import type { RunRecord } from '../record/runRecord';
import { transferGains, type GainRow } from '../record/transferGains';
import { formatTable } from './formatTable';
import type { Messages } from './messages/messages';
import { factsOf } from './runFacts';
import { withSpread } from './withSpread';

/** Scores, gains, wins and verdicts per point, scheme and task, at the last evaluation on the test split. */
export function resultText(title: string, record: RunRecord, seconds: number, messages: Messages): string {
  const { backend, trials } = record.backend;
  const [detail = ''] = (trials.find((trial) => trial.outcome === 'chosen')?.detail ?? '').split(';');
  const computed = detail === '' ? backend : `${backend} (${detail})`;
  const head = `${title}\n${messages.summary(factsOf(record.spec), record.step, computed, formatSeconds(seconds))}\n`;
  const gains = transferGains(record, -1, { split: 'test' });
  const points = record.spec.points.map((point, index) => {
    const label = point.value === null ? '' : `\n${messages.point(formatSignificant(point.value))}`;
    return `${label}\n${pointTable(record, index, gains, messages)}${chosenSoft(record, index, messages)}`;
  });
  const footnotes = [
    ...(baselineArm(record.spec) === null ? [messages.noGains] : []),
    messages.footnote(record.spec.seeds.length),
  ];
  return `${head}${points.join('')}\n${footnotes.join('\n')}\n`;
}

function pointTable(record: RunRecord, point: number, gains: readonly GainRow[], messages: Messages): string {
  const { arm, task, score, gain, wins, verdict } = messages.columns;
  const left = (title: string) => ({ title, align: 'left' }) as const;
  const right = (title: string) => ({ title, align: 'right' }) as const;
  const baseline = baselineArm(record.spec);
  const rows = record.tasks.flatMap((shape, taskIndex) => {
    const named = `${shape.name} (${messages.score[shape.score]})`;
    return record.spec.arms.map((spec, armIndex) => {
      const scores = scoreText(record, point, armIndex, taskIndex);
      const row = gains.find((entry) => entry.point === point && entry.arm === armIndex && entry.task === taskIndex);
      if (row === undefined) return [named, spec.id, scores, '', '', armIndex === baseline ? messages.baseline : ''];
      return [named, spec.id, scores, gainText(row), `${row.wins}/${row.n}`, messages.verdict[row.verdict]];
    });
  });
  return formatTable([left(task), left(arm), right(score), right(gain), right(wins), left(verdict)], rows);
}

function scoreText(record: RunRecord, point: number, arm: number, task: number): string {
  const evaluation = record.evaluations.at(-1);
  if (evaluation === undefined) return '';
  const values = seedValues(record, evaluation, { point, arm, quantity: 'testScore', task });
  if (values.length === 0) return '';
  const { mean, halfWidth } = meanInterval(values);
  return withSpread(mean, values.length < 2 ? null : halfWidth);
}

/** A ratio in percent, a difference in units of the score. */
function gainText({ gain, halfWidth, unit }: GainRow): string {
  const factor = unit === 'ratio' ? 100 : 1;
  const text = withSpread(gain * factor, halfWidth === null ? null : halfWidth * factor);
  return `${gain > 0 ? '+' : ''}${text}${unit === 'ratio' ? ' %' : ''}`;
}

/** With several lambdas, which one an honest experimenter would have taken. */
function chosenSoft(record: RunRecord, point: number, messages: Messages): string {
  const softArms = record.spec.arms.filter((arm) => arm.scheme.kind === 'soft');
  if (softArms.length < 2) return '';
  const choice = bestOnValidation(record, -1).find((entry) => entry.point === point);
  const id = choice === undefined ? undefined : record.spec.arms[choice.arm]?.id;
  return id === undefined ? '' : `${messages.bestSoft(id)}\n`;
}
