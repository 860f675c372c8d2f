import { loadErrorTexts } from './catalogueText';
import { chooseLanguage, languageNames } from './chooseLanguage';
import type { CliContext, ExitCode } from './context';
import { InputError } from './inputError';
import { messagesOf } from './messages/messagesOf';
import { parseCommand } from './parseCommand';
import { runCommand } from './runCommand';

/** `makeEngine` is called only by commands that train. */
export interface LabSurroundings extends Pick<
  CliContext,
  'terminal' | 'makeEngine' | 'results' | 'startLab' | 'cores'
> {
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The whole command line: arguments in, exit code out. Never throws. */
export async function lab(args: readonly string[], around: LabSurroundings): Promise<ExitCode> {
  const { environment, ...surroundings } = around;
  const { terminal } = around;
  const { language, rest, refused } = chooseLanguage(args, environment);
  const messages = messagesOf(language);
  try {
    if (refused !== null) throw new InputError(messages.badValue('--lang', refused, languageNames));
    const command = parseCommand(rest, messages);
    return await runCommand(command, {
      ...surroundings,
      language,
      messages,
      translate: await loadErrorTexts(language),
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
