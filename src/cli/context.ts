import type { Language } from '../i18n/language';
import type { LabEngine } from '../worker/labEngine';
import type { Messages } from './messages/messages';
import type { Terminal } from './terminal';

/** How another process of the lab ended. */
export interface ChildResult {
  /** `null` when it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where `check` keeps what it found of the shipped presets. */
export interface ResultsFile {
  /** For messages. */
  readonly path: string;
  readonly read: () => Promise<string>;
  readonly write: (text: string) => Promise<void>;
}

/** What every command works with; tests bring a terminal and an engine of their own. */
export interface CliContext {
  readonly language: Language;
  readonly messages: Messages;
  readonly terminal: Terminal;
  /** Text of the catalogue `errors`, in the language. */
  readonly translate: (key: string, params: Readonly<Record<string, string>>) => string;
  readonly makeEngine: () => Promise<LabEngine>;
  readonly results: ResultsFile;
  /** Runs the lab with these arguments in a process of its own. */
  readonly startLab: (args: readonly string[]) => Promise<ChildResult>;
  /** Processes that can work at the same time. */
  readonly cores: number;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}

/** 0 done, 1 the run failed or a claim was not shown, 2 the input was refused. */
export type ExitCode = 0 | 1 | 2;
