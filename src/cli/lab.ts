import type { LabEngine } from '../worker/labEngine';
import { loadErrorTexts } from './catalogueText';
import { chooseLanguage, languageNames } from './chooseLanguage';
import type { ExitCode } from './context';
import { InputError } from './inputError';
import { messagesOf } from './messages/messagesOf';
import { parseCommand } from './parseCommand';
import { runCommand } from './runCommand';
import type { Terminal } from './terminal';

export interface LabSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  /** Called only by commands that train. */
  readonly makeEngine: () => Promise<LabEngine>;
}

/** The whole command line: arguments in, exit code out. Never throws. */
export async function lab(args: readonly string[], around: LabSurroundings): Promise<ExitCode> {
  const { terminal } = around;
  const { language, rest, refused } = chooseLanguage(args, around.environment);
  const messages = messagesOf(language);
  try {
    if (refused !== null) throw new InputError(messages.badValue('--lang', refused, languageNames));
    const command = parseCommand(rest, messages);
    return await runCommand(command, {
      language,
      messages,
      terminal,
      translate: await loadErrorTexts(language),
      makeEngine: around.makeEngine,
      now: () => performance.now(),
    });
  } catch (error) {
    if (error instanceof InputError) {
      terminal.err(`${error.message}\n`);
      return 2;
    }
    terminal.err(
      `${messages.internalError(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
    );
    return 1;
  }
}
