import type { GainBar, GainBarsProps } from '../chartProps';
import type { RunRecord } from '../../record/runRecord';
import { transferGains } from '../../record/transferGains';

export interface GainView extends Pick<GainBarsProps, 'bars' | 'unit'> {
  /** Arm ids that have bars, in the order of the experiment. */
  readonly arms: readonly string[];
}

/**
 * Gains on test rows at one evaluation (`-1` = the newest). Shares of the score of alone; where alone scores zero on
 * some task no share exists, and then every bar is in units of the score.
 */
export function gainBars(record: RunRecord, evaluationIndex: number, point: number): GainView {
  const rows = transferGains(record, evaluationIndex, { split: 'test' }).filter((row) => row.point === point);
  const unit = rows.every((row) => row.unit === 'ratio') ? 'ratio' : 'absolute';
  const bars = rows.map((row): GainBar => {
    const scale = unit === 'absolute' && row.unit === 'ratio' ? row.aloneMean : 1;
    return {
      arm: record.spec.arms[row.arm]?.id ?? String(row.arm),
      task: row.task,
      mean: row.gain * scale,
      halfWidth: row.halfWidth === null ? null : row.halfWidth * scale,
      wins: row.wins,
      seeds: row.n,
      verdict: row.verdict,
    };
  });
  return { bars, unit, arms: [...new Set(bars.map((bar) => bar.arm))] };
}
