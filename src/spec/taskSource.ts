/** Where the data of an experiment come from, every setting written out. One interface per source, see `sources/`. */
import type { AngleSource } from './sources/angle';
import type { DigitsSource } from './sources/digits';
import type { LanguagesSource } from './sources/languages';
import type { OwnSource } from './sources/own';
import type { PenguinsSource } from './sources/penguins';
import type { RelatedSource } from './sources/related';
import type { NegatedSource } from './sources/negated';
import type { CapacitySource } from './sources/capacity';
import type { GroupsSource } from './sources/groups';
import type { ScalesSource } from './sources/scales';
import type { MmoeSource } from './sources/mmoe';
import type { SinusoidsSource } from './sources/sinusoids';
import type { GlyphsSource } from './sources/glyphs';
import type { LandscapeSource } from './sources/landscape';
import type { DomainsSource } from './sources/domains';
import type { TableSource } from './sources/table';
import type { TextSource } from './sources/text';
import type { WeatherSource } from './sources/weather';

export type { AngleSource } from './sources/angle';
export type { PenguinsSource } from './sources/penguins';
export type { TableSource, TableTask } from './sources/table';
export type { WeatherSource } from './sources/weather';
export type { DigitsSource } from './sources/digits';
export type { TextSource } from './sources/text';
export type { LanguagesSource } from './sources/languages';
export type { OwnSource } from './sources/own';
export type { Loss } from './taskShape';

export type TaskSource =
  | PenguinsSource
  | TableSource
  | AngleSource
  | WeatherSource
  | DigitsSource
  | RelatedSource
  | NegatedSource
  | CapacitySource
  | GroupsSource
  | TextSource
  | ScalesSource
  | MmoeSource
  | SinusoidsSource
  | LandscapeSource
  | GlyphsSource
  | DomainsSource
  | LanguagesSource
  | OwnSource;
