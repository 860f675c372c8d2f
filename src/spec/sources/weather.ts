/** Seattle's weather: what was measured today predicts tomorrow's weather. Real data, on scales that differ by nature. */
import * as z from 'zod/mini';
import { duplicates } from '../checks/duplicates';
import { choice, exactly, integerOrNull, list, record } from '../fields';
import type { TaskShape } from '../taskShape';
import { checkLabelled } from './checkLabelled';
import type { SourceDescription } from './description';

const WEATHER_TASKS = ['type', 'maximum', 'wind'] as const;
const UNITS = ['standard', 'raw'] as const;

/** Pairs of (today, tomorrow) in every seed's split: 44, 14 and 15 blocks of 19 pairs. */
export const WEATHER_ROWS = { train: 836, validation: 266, test: 285 } as const;

/** Precipitation, maximum, minimum, wind; which of five types of weather; sine and cosine of the day in the year. */
export const WEATHER_INPUTS = 11;

/** Today's weather -> tomorrow's type (softmax 5), highest temperature (mse 1), wind (mse 1). */
export interface WeatherSource {
  readonly source: 'weather';
  readonly tasks: readonly (typeof WEATHER_TASKS)[number][];
  /**
   * Of the targets `maximum` and `wind`. `standard`: standard deviations of the labelled training rows around their mean.
   * `raw`: as measured, where a typical squared error of the temperature is some 25 times that of the wind.
   */
  readonly units: (typeof UNITS)[number];
  /** Labelled training rows per task (same order as `tasks`); `null` = all of the training split. */
  readonly labelled: readonly (number | null)[];
}

const fields = record(
  {
    source: exactly('weather'),
    tasks: z.exactOptional(list(choice(WEATHER_TASKS, 'What is predicted.'), 'tasks', 'Default: all three.')),
    units: z.exactOptional(
      choice(
        UNITS,
        'Units of temperature and wind as targets: standardised (default), or degrees and metres per second.',
      ),
    ),
    labelled: z.exactOptional(
      list(
        integerOrNull('samples', 'Labelled training rows of the task; null = all.'),
        'tasks',
        'One entry per task, in the order of `tasks`. Default: all labelled.',
      ),
    ),
  },
  'Seattle, 2012 to 2015: today’s weather predicts tomorrow’s type of weather, highest temperature and wind.',
);

const SHAPES: Readonly<Record<WeatherSource['tasks'][number], TaskShape>> = {
  type: { name: 'type', loss: 'softmax', outputs: 5, score: 'accuracy' },
  maximum: { name: 'maximum', loss: 'mse', outputs: 1, score: 'relativeError' },
  wind: { name: 'wind', loss: 'mse', outputs: 1, score: 'relativeError' },
};

export const weather: SourceDescription<typeof fields, WeatherSource> = {
  fields,
  resolve(written) {
    const tasks = written.tasks ?? WEATHER_TASKS;
    return {
      source: 'weather',
      tasks,
      units: written.units ?? 'standard',
      labelled: written.labelled ?? tasks.map(() => null),
    };
  },
  shapes: (source) => source.tasks.map((name) => SHAPES[name]),
  inputs: () => WEATHER_INPUTS,
  rows: (source) =>
    source.tasks.map((_, task) => ({ ...WEATHER_ROWS, train: source.labelled[task] ?? WEATHER_ROWS.train })),
  check: ({ tasks = WEATHER_TASKS, labelled }, path) => [
    ...duplicates(tasks, (name) => name, [...path, 'tasks'], []),
    ...checkLabelled(tasks, labelled, WEATHER_ROWS.train, [...path, 'labelled']),
  ],
  sweeps: {
    samples: (source, value, task) => ({
      ...source,
      labelled: source.tasks.map((name, index) =>
        task === undefined || task === name ? value : (source.labelled[index] ?? null),
      ),
    }),
  },
  // Pooled rows would be split day by day, and tomorrow's row would be learnt from.
  canFold: () => false,
};
