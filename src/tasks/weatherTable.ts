import file from './data/weather.json';

/** One day in Seattle. Precipitation in mm, temperatures in degrees Celsius, wind in m/s; `type` is an index into {@link WEATHER_TYPES}. */
export interface WeatherDay {
  readonly precipitation: number;
  readonly maximum: number;
  readonly minimum: number;
  readonly wind: number;
  readonly type: number;
}

function toDay(row: readonly number[]): WeatherDay {
  const [precipitation, maximum, minimum, wind, type] = row;
  if (
    precipitation === undefined ||
    maximum === undefined ||
    minimum === undefined ||
    wind === undefined ||
    type === undefined
  ) {
    throw new Error('a row of the weather table is too short');
  }
  return { precipitation, maximum, minimum, wind, type };
}

export const WEATHER_TYPES: readonly string[] = file.types;

/** 1,461 days from 2012-01-01 to 2015-12-31 without a gap (U.S. Government work; data/weather.provenance.json). */
export const WEATHER_DAYS: readonly WeatherDay[] = file.days.map(toDay);
