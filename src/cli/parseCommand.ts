/** From arguments to a command. Knows the grammar only; whether a preset exists is for the command to say. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { BackendName } from '../training/events';
import { InputError } from './inputError';
import type { Messages } from './messages/messages';

const HEADLESS = ['simd', 'wasm', 'cpu'] as const satisfies readonly BackendName[];

export type HeadlessBackend = (typeof HEADLESS)[number];

export interface TrainingOptions {
  /** `null`: chosen as the page chooses. */
  readonly backend: HeadlessBackend | null;
  readonly seeds: number | null;
  readonly steps: number | null;
  readonly quiet: boolean;
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'schema' }
  | { readonly name: 'list'; readonly json: boolean }
  | { readonly name: 'validate'; readonly file: string; readonly json: boolean }
  | ({ readonly name: 'run'; readonly preset: string; readonly json: boolean } & TrainingOptions)
  | ({ readonly name: 'record'; readonly preset: string; readonly out: string | null } & TrainingOptions)
  | ({
      readonly name: 'check';
      readonly presets: readonly string[];
      readonly quick: boolean;
      readonly json: boolean;
      /** Processes at the same time; `null` = one per core. */
      readonly jobs: number | null;
      /** Whether what is found may be written down. */
      readonly results: boolean;
    } & TrainingOptions);

const flag = { type: 'boolean' } as const;
const value = { type: 'string' } as const;
const training = { backend: value, seeds: value, steps: value, quiet: flag } as const;

/** Options of each command, beside `--lang` and `--help`. */
const grammar = {
  help: {},
  schema: {},
  list: { json: flag },
  validate: { json: flag },
  run: { ...training, json: flag },
  record: { ...training, out: value },
  check: { ...training, json: flag, quick: flag, jobs: value, 'no-results': flag },
} as const satisfies Readonly<Record<Command['name'], NonNullable<ParseArgsConfig['options']>>>;

export const commandNames = Object.keys(grammar).filter(isCommandName);

/** @throws InputError in the caller's language when the arguments make no command. */
export function parseCommand(args: readonly string[], messages: Messages): Command {
  const [name = 'help', ...rest] = args;
  if (['--help', '-h'].includes(name) || rest.some((arg) => ['--help', '-h'].includes(arg))) return { name: 'help' };
  if (!isCommandName(name)) throw new InputError(messages.unknownCommand(name, commandNames.join(', ')));
  const { values, positionals } = readArguments(name, rest, messages);
  const one = (what: string): string => {
    const [first, second] = positionals;
    if (first === undefined) throw new InputError(messages.missingArgument(name, what));
    if (second !== undefined) throw new InputError(messages.tooManyArguments(name, second));
    return first;
  };
  const none = (): void => {
    if (positionals[0] !== undefined) throw new InputError(messages.tooManyArguments(name, positionals[0]));
  };
  const json = values.get('json') === true;
  const trained = (): TrainingOptions => ({
    backend: backendOf(values.get('backend'), messages),
    seeds: countOf('seeds', values.get('seeds'), messages),
    steps: countOf('steps', values.get('steps'), messages),
    quiet: values.get('quiet') === true,
  });
  switch (name) {
    case 'help':
    case 'schema':
      none();
      return { name };
    case 'list':
      none();
      return { name, json };
    case 'validate':
      return { name, file: one('<file>'), json };
    case 'run':
      return { name, preset: one('<preset>'), json, ...trained() };
    case 'record':
      return { name, preset: one('<preset>'), out: textOf(values.get('out')), ...trained() };
    case 'check':
      return {
        name,
        presets: positionals,
        quick: values.get('quick') === true,
        json,
        jobs: countOf('jobs', values.get('jobs'), messages),
        results: values.get('no-results') !== true,
        ...trained(),
      };
  }
}

type Values = ReadonlyMap<string, string | boolean>;

function readArguments(
  name: Command['name'],
  args: readonly string[],
  messages: Messages,
): { readonly values: Values; readonly positionals: readonly string[] } {
  const options: NonNullable<ParseArgsConfig['options']> = grammar[name];
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string | boolean>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const known = options[token.name];
    if (known === undefined) {
      const allowed = Object.keys(options).map((option) => `--${option}`);
      throw new InputError(messages.unknownOption(token.rawName, name, [...allowed, '--lang'].join(', ')));
    }
    if (values.has(token.name)) throw new InputError(messages.repeatedOption(token.rawName));
    if (known.type === 'string' && (token.value === undefined || token.value === '')) {
      throw new InputError(messages.missingValue(token.rawName));
    }
    if (known.type === 'boolean' && token.value !== undefined) {
      throw new InputError(messages.unwantedValue(token.rawName, token.value));
    }
    values.set(token.name, token.value ?? true);
  }
  return { values, positionals };
}

function isCommandName(name: string): name is Command['name'] {
  return Object.hasOwn(grammar, name);
}

function textOf(given: string | boolean | undefined): string | null {
  return typeof given === 'string' ? given : null;
}

function backendOf(given: string | boolean | undefined, messages: Messages): HeadlessBackend | null {
  if (given === undefined) return null;
  const known = HEADLESS.find((backend) => backend === given);
  if (known === undefined) throw new InputError(messages.badValue('--backend', String(given), HEADLESS.join(', ')));
  return known;
}

function countOf(
  option: 'seeds' | 'steps' | 'jobs',
  given: string | boolean | undefined,
  messages: Messages,
): number | null {
  if (given === undefined) return null;
  if (typeof given === 'string' && /^\d{1,9}$/.test(given)) return Number(given);
  throw new InputError(messages.badValue(`--${option}`, String(given), messages.wholeNumber));
}
