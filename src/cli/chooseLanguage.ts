import { isLanguage, LANGUAGES, matchLanguage, type Language } from '../i18n/language';

export interface ChosenLanguage {
  readonly language: Language;
  /** The arguments without `--lang`. */
  readonly rest: readonly string[];
  /** A value of `--lang` that is no language of the lab. */
  readonly refused: string | null;
}

/** `--lang` anywhere among the arguments, else the environment's (LC_ALL, LC_MESSAGES, LANG, in that order), else English. */
export function chooseLanguage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ChosenLanguage {
  const locale = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(Boolean) ?? 'en';
  const fallback = matchLanguage([locale.replace(/[.@].*$/, '').replace('_', '-')]);
  const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const found = args[index];
  if (found === undefined) return { language: fallback, rest: args, refused: null };
  const separate = found === '--lang';
  const wanted = separate ? (args[index + 1] ?? '') : found.slice('--lang='.length);
  const rest = args.toSpliced(index, separate ? 2 : 1);
  return isLanguage(wanted)
    ? { language: wanted, rest, refused: null }
    : { language: fallback, rest, refused: wanted === '' ? '""' : wanted };
}

export const languageNames = LANGUAGES.join(', ');
