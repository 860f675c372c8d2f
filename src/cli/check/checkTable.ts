import { formatSeconds, formatSignificant } from '../../i18n/numberFormat';
import type { ClaimResult } from '../../record/results/resultsSchema';
import type { Preset } from '../../spec/preset';
import { claimText } from '../claimText';
import { effectText } from '../effectText';
import { formatTable } from '../formatTable';
import type { Messages } from '../messages/messages';
import type { CheckReport } from './checkReport';

/** A preset with what its check found. */
export interface Checked {
  readonly preset: Preset;
  readonly report: CheckReport;
}

/** Presets with their claims, one line per claim and point; preset, verdict and time stand on the first line of each. */
export function checkTable(checked: readonly Checked[], messages: Messages): string {
  const { id, verdict, seconds, claim, task, point, measured, shown } = messages.columns;
  const columns = [id, verdict, seconds, claim, task, point, measured, shown].map((title, index) => {
    return { title, align: index === 2 ? 'right' : 'left' } as const;
  });
  const rows = checked.flatMap(({ preset, report }) => {
    const head = [preset.id, verdictText({ preset, report }, messages), formatSeconds(report.seconds)];
    const lines = claimLines(preset, report.result?.claims ?? [], messages);
    return (lines.length === 0 ? [[]] : lines).map((line, index) => [...(index === 0 ? head : ['', '', '']), ...line]);
  });
  return formatTable(columns, rows);
}

/** What is proved of a preset: its author's verdict, or that it is not. */
export function verdictText({ preset, report }: Checked, messages: Messages): string {
  if (report.result === null) return messages.checkFailed;
  const { shown } = report.result;
  return shown === 'shown' ? messages.found[preset.verdict ?? 'holds'] : messages.shown[shown];
}

function claimLines(
  preset: Preset,
  claims: readonly ClaimResult[],
  messages: Messages,
): readonly (readonly string[])[] {
  return claims.flatMap(({ shown, effects }, index) => {
    const check = preset.check?.[index];
    if (check === undefined) return [];
    const said = claimText(check, messages);
    const about = 'task' in check ? (check.task ?? '') : '';
    if (effects.length === 0) {
      const place = 'point' in check ? String(check.point) : messages.everyPoint;
      return [[said, about, place, messages.unmeasured, messages.shown[shown]]];
    }
    return effects.map((effect) => {
      const place = effect.point === null ? '' : formatSignificant(effect.point);
      return [said, about, place, effectText(effect, messages), messages.shown[effect.shown]];
    });
  });
}
