import type { TaskSource } from '../spec/experiment';
import { drawAngle } from './angle';
import { drawDigits } from './digits';
import { drawLanguages } from './languages';
import { drawOwn } from './own';
import { drawPenguins } from './penguins';
import { drawRelated } from './related';
import { drawNegated } from './negated';
import { drawCapacity } from './capacity';
import { drawGroups } from './groups';
import { drawScales } from './scales';
import { drawMmoe } from './mmoe';
import { drawSinusoids } from './sinusoids';
import { drawGlyphs } from './glyphs';
import { drawDomains } from './domains';
import { drawLandscape } from './landscape';
import { drawTable } from './table';
import type { TaskSuite } from './taskSuite';
import { drawText } from './text';
import { drawWeather } from './weather';

type SourceByName = { readonly [S in TaskSource as S['source']]: S };

/**
 * One line per source of tasks; a source of the spec that is missing here is a type error.
 * Each function is pure: equal source and seed give equal bits.
 */
const DRAW: { readonly [Name in keyof SourceByName]: (source: SourceByName[Name], seed: number) => TaskSuite } = {
  angle: drawAngle,
  penguins: drawPenguins,
  table: drawTable,
  weather: drawWeather,
  digits: drawDigits,
  related: drawRelated,
  negated: drawNegated,
  capacity: drawCapacity,
  groups: drawGroups,
  text: drawText,
  scales: drawScales,
  mmoe: drawMmoe,
  sinusoids: drawSinusoids,
  landscape: drawLandscape,
  glyphs: drawGlyphs,
  domains: drawDomains,
  languages: drawLanguages,
  own: drawOwn,
};

function draw<Name extends keyof SourceByName>(name: Name, source: SourceByName[Name], seed: number): TaskSuite {
  return DRAW[name](source, seed);
}

/**
 * The data set of one (point, seed): every arm of the pair trains on this very object.
 * Tasks that see the same inputs hold the same `Float32Array` object in `inputs` (compare by reference).
 * @throws RangeError when the source asks for what cannot be drawn, or the seed is not an unsigned 32-bit integer.
 */
export function drawSuite(source: TaskSource, seed: number): TaskSuite {
  return draw(source.source, source, seed);
}
