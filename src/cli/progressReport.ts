import { formatSeconds, formatSignificant } from '../i18n/numberFormat';
import { laneCount } from '../spec/experiment';
import type { RunRecord } from '../record/runRecord';
import type { Messages } from './messages/messages';
import type { Terminal } from './terminal';
import { clip } from './textWidth';

export interface ProgressReport {
  update(record: RunRecord | null): void;
  /** Takes the bar off the screen. */
  end(): void;
}

const barWidth = 24;
/** Least time between two updates: of a line that is rewritten, and of lines that pile up in a log. */
const pause = { live: 100, log: 5_000 };

/**
 * What a run is doing, on standard error: a bar that is rewritten on a screen; elsewhere a line now and then, so that a
 * log shows life without being flooded.
 */
export function createProgressReport(
  name: string,
  terminal: Terminal,
  messages: Messages,
  now: () => number,
): ProgressReport {
  const start = now();
  let last = Number.NEGATIVE_INFINITY;
  let recoveries = 0;
  let drawn = false;
  const say = (text: string): void =>
    terminal.err(terminal.live ? `\r\u001B[2K${clip(text, terminal.columns - 1)}` : `${text}\n`);
  return {
    update: (record) => {
      if (record !== null && record.recoveries > recoveries) {
        recoveries = record.recoveries;
        terminal.err(`${terminal.live ? '\r\u001B[2K' : ''}${name}: ${messages.recovered(record.step)}\n`);
      }
      const time = now();
      if (time - last < (terminal.live ? pause.live : pause.log)) return;
      last = time;
      drawn = true;
      say(
        record === null || record.step === 0
          ? messages.preparing(name)
          : describe(name, record, time - start, messages),
      );
    },
    end: () => {
      if (terminal.live && drawn) terminal.err('\r\u001B[2K');
    },
  };
}

function describe(name: string, record: RunRecord, elapsed: number, messages: Messages): string {
  const { steps } = record.spec.training;
  const fraction = Math.min(1, record.step / steps);
  const filled = Math.round(fraction * barWidth);
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  const left = formatSeconds((elapsed / 1000) * (1 / fraction - 1));
  const rate = formatSignificant(record.stepsPerSecond * laneCount(record.spec));
  return `${name}  ${bar}  ${messages.progress(record.step, steps, rate, left)}`;
}
