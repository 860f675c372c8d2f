import type { RunRecord } from '../record/runRecord';
import type { ExperimentSpec } from '../spec/experiment';
import type { CliContext } from './context';
import type { TrainingOptions } from './parseCommand';
import { createProgressReport } from './progressReport';
import { runToEnd } from './runToEnd';

export interface TrainedPreset {
  readonly record: RunRecord;
  readonly seconds: number;
}

/** Trains an experiment to its end, with progress on standard error unless that is not wanted. */
export async function trainPreset(
  name: string,
  spec: ExperimentSpec,
  options: Pick<TrainingOptions, 'backend' | 'quiet'>,
  context: CliContext,
): Promise<TrainedPreset> {
  const { makeEngine, messages, now, terminal } = context;
  const start = now();
  const report = options.quiet ? null : createProgressReport(name, terminal, messages, now);
  report?.update(null);
  const record = await runToEnd(await makeEngine(), spec, options.backend, (known) => report?.update(known));
  report?.end();
  return { record, seconds: (now() - start) / 1000 };
}

/** Why a run failed, in one line; `null` when it did not. */
export function failureText({ failure, step }: RunRecord, { messages, translate }: CliContext): string | null {
  if (failure === null) return null;
  if (failure.code === 'diverged' || failure.code === 'out-of-memory') {
    const params = Object.entries(failure.params).map(([name, value]) => [name, String(value)] as const);
    return translate(`failure.${failure.code}`, Object.fromEntries(params));
  }
  return messages.failure[failure.code](failure.detail, step);
}
