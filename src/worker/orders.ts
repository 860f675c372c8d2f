import type { Adjustment } from '../training/events';
import type { Command } from './protocol';

/** What the page wants of a run, kept until the loop looks, which it does between two bursts. */
export interface Orders {
  /** Train up to this step; `null` = rest. */
  readonly goal: number | null;
  /** A method, because it changes while others wait. */
  isClosed(): boolean;
  /** A command that made no sense. */
  readonly problem: string | null;
  obey(command: Exclude<Command, { type: 'open' | 'ping' }>): void;
  refuse(problem: string): void;
  close(): void;
  /** The loop says how far it is: single steps count from here. */
  reach(step: number): void;
  /** The goal is reached; true when an evaluation was asked for there. */
  arrive(): boolean;
  /** Changes not yet applied, handed over once. */
  takeChanges(): readonly Omit<Adjustment, 'step'>[];
  /** A new pace not yet applied, handed over once. `undefined` = unchanged. */
  takePace(): number | null | undefined;
}

/**
 * @param from step at which the run starts to obey
 * @param total last step of the run
 */
export function createOrders(from: number, total: number): Orders {
  let goal: number | null = null;
  /** The goal was set by `step`: evaluate there, and count further steps from there. */
  let counted = false;
  let closed = false;
  let problem: string | null = null;
  let reached = from;
  let changes: Omit<Adjustment, 'step'>[] = [];
  let pace: number | null | undefined;
  return {
    get goal() {
      return goal;
    },
    isClosed: () => closed,
    get problem() {
      return problem;
    },
    obey(command) {
      switch (command.type) {
        case 'run':
          goal = total;
          counted = false;
          break;
        case 'pause':
          goal = null;
          break;
        case 'step':
          goal = Math.min(total, (counted && goal !== null ? goal : reached) + command.steps);
          counted = true;
          break;
        case 'adjust':
          changes.push(command.change);
          break;
        case 'pace':
          pace = command.stepsPerSecond;
          break;
        case 'close':
          closed = true;
          break;
      }
    },
    refuse: (what) => {
      problem = what;
    },
    close: () => {
      closed = true;
    },
    reach: (step) => {
      reached = Math.max(reached, step);
    },
    arrive: () => {
      const evaluate = counted;
      goal = null;
      counted = false;
      return evaluate;
    },
    takeChanges: () => {
      const taken = changes;
      changes = [];
      return taken;
    },
    takePace: () => {
      const taken = pace;
      pace = undefined;
      return taken;
    },
  };
}
