import { check } from './commands/check';
import { list } from './commands/list';
import { record } from './commands/record';
import { run } from './commands/run';
import { schema } from './commands/schema';
import { validate } from './commands/validate';
import type { CliContext, ExitCode } from './context';
import type { Command } from './parseCommand';

/** @throws InputError when the command cannot be done as asked. */
export async function runCommand(command: Command, context: CliContext): Promise<ExitCode> {
  switch (command.name) {
    case 'help':
      context.terminal.out(context.messages.usage);
      return 0;
    case 'list':
      return list(command, context);
    case 'schema':
      return schema(context);
    case 'validate':
      return validate(command, context);
    case 'run':
      return run(command, context);
    case 'record':
      return record(command, context);
    case 'check':
      return check(command, context);
  }
}
