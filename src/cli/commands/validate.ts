import { describeProblem, showPath } from '../../spec/describeProblem';
import { parsePreset } from '../../spec/parsePreset';
import { resolve } from '../../spec/resolve';
import type { CliContext, ExitCode } from '../context';
import type { Command } from '../parseCommand';
import { readText } from '../readPreset';
import { factsOf } from '../runFacts';

/** Everything that is wrong with a preset file, or its size when nothing is. */
export async function validate(
  command: Extract<Command, { name: 'validate' }>,
  context: CliContext,
): Promise<ExitCode> {
  const { messages, terminal, translate } = context;
  const parsing = parsePreset(await readText(command.file, context, messages.noSuchFile(command.file)));
  if (parsing.ok) {
    const facts = factsOf(resolve(parsing.preset));
    const result = { valid: true, ...facts };
    terminal.out(
      command.json ? `${JSON.stringify(result, null, 2)}\n` : `${messages.validPreset(command.file, facts)}\n`,
    );
    return 0;
  }
  const problems = parsing.problems.map((problem) => ({ problem, text: describeProblem(problem, translate) }));
  if (command.json) {
    const entries = problems.map(({ problem, text }) => ({ path: showPath(problem.path), code: problem.code, text }));
    terminal.out(`${JSON.stringify({ valid: false, problems: entries }, null, 2)}\n`);
  } else {
    const lines = problems.map(({ text }) => `  ${text}\n`).join('');
    terminal.err(`${messages.invalidPreset(command.file, problems.length)}\n${lines}`);
  }
  return 2;
}
