/** Which of two engines that both passed the self-test trains a run. */
import type { OpenedBackend } from '../engine/openBackend';
import type { ExperimentSpec } from '../spec/experiment';
import type { BackendName, BackendReport, BackendTrial, RaceResult } from '../training/events';
import { race, winnerOf, type RaceOptions } from './race';
import { raceKey } from './raceKey';

/**
 * The one that trains `spec`, its report told to the end. A run goes on where it began; else the winner of a race, which is
 * run once for experiments of one shape.
 * @param begunOn what a run that is taken up again was trained by
 * @param isGivenUp ends the race early; what is returned then does not matter
 */
export type EngineChoice = (
  opened: OpenedBackend,
  spec: ExperimentSpec,
  begunOn: BackendName | null,
  isGivenUp: () => boolean,
) => Promise<OpenedBackend>;

export function createEngineChoice(options: RaceOptions): EngineChoice {
  /** By opened backend and shape: a backend that is opened anew may be another device. */
  const known = new WeakMap<OpenedBackend, Map<string, readonly RaceResult[]>>();

  return async (opened, spec, begunOn, isGivenUp) => {
    const { rival } = opened;
    if (rival === undefined) return opened;
    const begun = [opened, rival].find((each) => each.name === begunOn && !each.isLost());
    if (begun !== undefined) return { ...begun, report: begunThere(begun.report) };
    const races = known.get(opened) ?? new Map<string, readonly RaceResult[]>();
    known.set(opened, races);
    const key = raceKey(spec);
    const results = races.get(key) ?? (await race([opened, rival], spec, options, isGivenUp));
    if (!isGivenUp()) races.set(key, results);
    const winner = opened.isLost() || winnerOf(results) === rival.name ? rival : opened;
    return { ...winner, report: { ...winner.report, race: results } };
  };
}

function begunThere(report: BackendReport): BackendReport {
  const trials = report.trials.map((trial): BackendTrial => {
    if (trial.outcome === 'chosen') return { ...trial, reason: 'begun-there' };
    return trial.reason === 'slower' ? { ...trial, reason: 'not-asked' } : trial;
  });
  return { ...report, trials };
}
