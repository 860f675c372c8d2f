import type { Messages } from './messages';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const en: Messages = {
  usage: `ShareLab without a browser: trains the same networks, with the same numbers, as the page.

  npm run -s lab -- <command> [options]

Commands
  run <preset>        train a preset and print scores and transfer gains; <preset> is an id or a JSON file
  list                built-in presets
  validate <file>     check a preset file and list everything wrong with it
  schema              JSON Schema of presets, for editors
  check [preset ...]  train presets and test whether they show what they claim; all by default
  record <preset>     train a preset and write the recording that the page plays
  help                this text

Options
  --seeds N           number of seeds instead of the preset's (run, check, record)
  --steps N           training steps instead of the preset's (run, check, record)
  --backend simd|wasm|cpu
                      what computes; simd by default, wasm where there is no SIMD
  --quick             check with few seeds, perhaps fewer steps: finds what is plainly wrong
  --jobs N            processes that check at the same time; one per core by default
  --no-results        check without renewing src/presets/results/results.json, which the slides cite
  --json              machine-readable result on standard output
  --out FILE          where record writes; src/recordings/<preset>.json by default
  --quiet             no progress
  --lang en|zh-CN     language; by default that of the environment

Exit codes: 0 done, 1 the run failed or a claim was not shown, 2 the input was refused.
`,
  unknownCommand: (name, known) => `There is no command "${name}". Commands: ${known}.`,
  unknownOption: (option, command, known) => `"${command}" has no option ${option}. Options: ${known}.`,
  repeatedOption: (option) => `${option} is given twice.`,
  missingArgument: (command, what) => `"${command}" needs ${what}. "lab help" shows how.`,
  tooManyArguments: (command, extra) => `"${command}" does not expect "${extra}". "lab help" shows how.`,
  missingValue: (option) => `${option} needs a value.`,
  unwantedValue: (option, value) => `${option} takes no value, but got "${value}".`,
  badValue: (option, value, allowed) => `${option} cannot be "${value}". Allowed: ${allowed}.`,
  wholeNumber: 'a whole number',
  noSuchPreset: (name, known) => `There is no preset "${name}", and no such file. Presets: ${known}.`,
  noSuchFile: (path) => `There is no file "${path}".`,
  unreadableFile: (path, reason) => `"${path}" cannot be read: ${reason}.`,
  unwritableFile: (path, reason) => `"${path}" cannot be written: ${reason}.`,
  refusedPreset: (name, problem, others) =>
    `${name}: ${problem}${others === 0 ? '' : ` (and ${plural(others, 'more problem', 'more problems')}; "lab validate" lists all)`}`,
  validPreset: (name, { networks, points, arms, seeds, steps }) =>
    `${name} is valid: ${plural(networks, 'network', 'networks')} (${plural(points, 'point', 'points')} × ${plural(arms, 'scheme', 'schemes')} × ${plural(seeds, 'seed', 'seeds')}), ${plural(steps, 'step', 'steps')}.`,
  invalidPreset: (name, count) => `${name} is refused for ${plural(count, 'reason', 'reasons')}:`,
  notBuiltIn: (name) => `"${name}" is not built in; only built-in presets have recordings. Use --out FILE for others.`,
  nothingToCheck: 'None of these presets claims anything that can be checked.',

  progress: (step, steps, rate, left) => `step ${step} of ${steps} · ${rate} network steps/s · ${left} left`,
  preparing: (name) => `${name}: preparing`,
  recovered: (step) => `the engine was lost and restored at step ${step}`,
  failed: (name, failure) => `${name}: ${failure}`,
  failure: {
    'no-backend': (detail) => `no backend passed its self-test. ${detail}`,
    crashed: (detail, step) => `the engine stopped at step ${step}. ${detail}`,
    'bad-command': (detail) => `the engine refused a command. ${detail}`,
  },
  internalError: (detail) => `This is a defect of the lab, not of your input:\n${detail}`,

  summary: ({ networks, points, arms, seeds }, steps, backend, seconds) =>
    `${plural(networks, 'network', 'networks')}: ${plural(points, 'point', 'points')} × ${plural(arms, 'scheme', 'schemes')} × ${plural(seeds, 'seed', 'seeds')}, ${plural(steps, 'step', 'steps')}, ${backend}, ${seconds}`,
  columns: {
    arm: 'scheme',
    task: 'task',
    score: 'test score',
    gain: 'transfer gain',
    wins: 'wins',
    verdict: 'verdict',
    id: 'preset',
    slide: 'slide',
    title: 'title',
    claim: 'claim',
    measured: 'measured',
    point: 'point',
    shown: 'result',
    seconds: 'time',
  },
  point: (value) => `Point ${value}`,
  score: { accuracy: 'accuracy', relativeError: 'rel. error', value: 'value' },
  verdict: { helps: '↑ helps', hurts: '↓ hurts', undecided: '· undecided' },
  baseline: 'baseline',
  bestSoft: (arm) => `Soft sharing chosen on the validation data: ${arm}`,
  footnote: (seeds) =>
    seeds < 2
      ? 'One seed shows what can happen, not what usually happens: no interval, no verdict.'
      : `Mean ± half width of the 95 % t interval over ${seeds} seeds, paired with training alone. Gain > 0: sharing is better. A verdict needs an interval without zero.`,
  noGains: 'No scheme trains alone, so there is nothing to compare with: no transfer gains.',

  recorded: (path, kilobytes, evaluations) =>
    `${path}: ${kilobytes} kB, ${plural(evaluations, 'evaluation', 'evaluations')}`,
  shown: { shown: 'shown', 'not-shown': 'NOT SHOWN', undecided: 'undecided' },
  found: { holds: 'holds', conditional: 'conditional', fails: 'does not hold' },
  checkFailed: 'FAILED',
  checkedOne: (preset, verdict, seconds) => `${preset}: ${verdict}, ${seconds}`,
  resultsRenewed: (path, presets) => `${plural(presets, 'result', 'results')} renewed in ${path}`,
  checkSummary: (shown, total, presets) =>
    `${shown} of ${plural(total, 'claim', 'claims')} shown, ${plural(presets, 'preset', 'presets')}`,
  quantity: {
    gain: 'gain',
    advantage: 'ahead by',
    score: 'score',
    gap: 'gap',
    value: 'mean',
    excess: 'less by',
    affinity: 'affinity within − across',
    hits: 'groups found',
    barrier: 'barrier',
    stopping: 'stopping better by',
    regret: 'regret',
    cost: 'steps spent',
    forgetting: 'forgotten',
  },
  everyPoint: 'all',
  claimedSign: { positive: 'helps', negative: 'hurts', none: 'neither helps nor hurts' },
  unmeasured: 'not measured',
};
