import type { Language } from '../i18n/language';
import type { LabEngine } from '../worker/labEngine';
import type { Messages } from './messages/messages';
import type { Terminal } from './terminal';

/** What every command works with; tests bring a terminal and an engine of their own. */
export interface CliContext {
  readonly language: Language;
  readonly messages: Messages;
  readonly terminal: Terminal;
  /** Text of the catalogue `errors`, in the language. */
  readonly translate: (key: string, params: Readonly<Record<string, string>>) => string;
  readonly makeEngine: () => Promise<LabEngine>;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}

/** 0 done, 1 the run failed or a claim was not shown, 2 the input was refused. */
export type ExitCode = 0 | 1 | 2;
