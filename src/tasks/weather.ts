/**
 * Seattle's weather: what was measured today -> tomorrow's type, highest temperature, wind. Real data, common inputs.
 *
 * Days next to each other resemble each other, so the split is by blocks of time: the first 1,460 days are cut into 73
 * blocks of 20 days, each block gives its 19 pairs of (today, tomorrow), and whole blocks go to training, validation or test
 * (60/20/20 within each quarter of the year). So no day, not even as a neighbour's tomorrow, is in two parts; only the days
 * at the edge of a block have a neighbour in another part.
 */
import { cosDegrees, sinDegrees } from '../numeric/elementary';
import { createStream, permutation } from '../numeric/random';
import { WEATHER_INPUTS, type WeatherSource } from '../spec/sources/weather';
import { taskShapes } from '../spec/taskShapes';
import { columnScale, standardise, type ColumnScale } from './standardise';
import { stratifiedSplit, type StratifiedSplit } from './stratify';
import type { TaskData, TaskSplit, TaskSuite } from './taskSuite';
import { WEATHER_DAYS, WEATHER_TYPES, type WeatherDay } from './weatherTable';

type WeatherTask = WeatherSource['tasks'][number];

const BLOCK = 20;
const BLOCKS = 73;
const DAYS_IN_YEAR = 365.25;
const QUARTERS = 4;
const MEASURES = ['precipitation', 'maximum', 'minimum', 'wind'] as const;

/** Keys the draw of labelled rows by what the task is, so leaving out or reordering tasks changes no other task. */
const TASK_NUMBER: Readonly<Record<WeatherTask, number>> = { type: 0, maximum: 1, wind: 2 };

function day(index: number): WeatherDay {
  const found = WEATHER_DAYS[index];
  if (found === undefined) throw new RangeError(`there is no day ${index}`);
  return found;
}

/** Where in the year a day lies, 0 .. 1 (a leap day's shift of at most one day does not matter). */
const yearShare = (index: number) => (index / DAYS_IN_YEAR) % 1;

/** The 19 days of a block that have a tomorrow in it. */
const daysOfBlock = (block: number) => Array.from({ length: BLOCK - 1 }, (_, i) => block * BLOCK + i);

/** The split of a seed: each row is a "today", as a number of days since 2012-01-01; its "tomorrow" is the next day. */
export function weatherSplit(seed: number): StratifiedSplit {
  const quarters = Array.from({ length: BLOCKS }, (_, block) =>
    Math.floor(QUARTERS * yearShare(block * BLOCK + BLOCK / 2)),
  );
  const blocks = stratifiedSplit(quarters, (quarter) => createStream(seed, 'weather.split', quarter));
  return {
    train: blocks.train.flatMap(daysOfBlock),
    validation: blocks.validation.flatMap(daysOfBlock),
    test: blocks.test.flatMap(daysOfBlock),
  };
}

/**
 * Which training rows carry this task's label. `null` = all, in the order of time; else the first `labelled` of a random
 * order of the task's own, so fewer labels are a subset of more.
 * @throws RangeError when more labels are asked for than there are training rows, or fewer than one.
 */
export function labelledDays(
  train: readonly number[],
  task: WeatherTask,
  labelled: number | null,
  seed: number,
): readonly number[] {
  if (labelled === null) return train;
  if (!Number.isInteger(labelled) || labelled < 1 || labelled > train.length) {
    throw new RangeError(`labelled rows of ${task} must be 1 .. ${train.length}, got ${labelled}`);
  }
  const order = permutation(createStream(seed, 'weather.labelled', TASK_NUMBER[task]), train.length);
  return Array.from(order.subarray(0, labelled), (position) => train[position] ?? 0);
}

/** n x 11: four standardised measures, the type as one of five, sine and cosine of the day in the year. */
function inputsOf(rows: readonly number[], scales: readonly ColumnScale[]): Float32Array {
  const inputs = new Float32Array(rows.length * WEATHER_INPUTS);
  rows.forEach((row, i) => {
    const today = day(row);
    const degrees = 360 * yearShare(row);
    inputs.set(
      [
        ...scales.map((scale, column) => standardise(today[MEASURES[column] ?? 'wind'], scale)),
        ...WEATHER_TYPES.map((_, type) => (type === today.type ? 1 : 0)),
        sinDegrees(degrees),
        cosDegrees(degrees),
      ],
      i * WEATHER_INPUTS,
    );
  });
  return inputs;
}

const UNSCALED: ColumnScale = { mean: 0, deviation: 1 };

function targetsOf(task: WeatherTask, rows: readonly number[], scale: ColumnScale): Float32Array {
  if (task === 'type') {
    return Float32Array.from(
      rows.flatMap((row) => WEATHER_TYPES.map((_, type) => (type === day(row + 1).type ? 1 : 0))),
    );
  }
  return Float32Array.from(rows, (row) => standardise(day(row + 1)[task], scale));
}

/**
 * Inputs are standardised by the whole training split, standard targets by the labelled rows of their own task.
 * With all labels, tasks hold the same `inputs` object. Types are as uneven as the weather: snow is 1 day in 56.
 * @throws RangeError when a task asks for more labelled rows than the training split has.
 */
export function drawWeather(source: WeatherSource, seed: number): TaskSuite {
  const shapes = taskShapes(source);
  const split = weatherSplit(seed);
  const scales = MEASURES.map((measure) => columnScale(split.train.map((row) => day(row)[measure])));
  const common = {
    train: inputsOf(split.train, scales),
    validation: inputsOf(split.validation, scales),
    test: inputsOf(split.test, scales),
  };

  const tasks = source.tasks.map((task, position): TaskData => {
    const shape = shapes[position];
    if (shape === undefined) throw new RangeError(`no shape for task ${task}`);
    const labelled = labelledDays(split.train, task, source.labelled[position] ?? null, seed);
    const scale =
      task === 'type' || source.units === 'raw' ? UNSCALED : columnScale(labelled.map((row) => day(row + 1)[task]));
    const toSplit = (rows: readonly number[], inputs: Float32Array): TaskSplit => ({
      rows: rows.length,
      inputs,
      targets: targetsOf(task, rows, scale),
      clean: null,
    });
    return {
      shape,
      train: toSplit(labelled, labelled === split.train ? common.train : inputsOf(labelled, scales)),
      validation: toSplit(split.validation, common.validation),
      test: toSplit(split.test, common.test),
    };
  });
  return { inputs: WEATHER_INPUTS, tasks, fresh: null };
}
