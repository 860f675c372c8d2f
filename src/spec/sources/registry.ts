/** All sources of tasks, one line each. What depends on the source is asked of its description, nowhere by its name. */
import { angle } from './angle';
import { capacity } from './capacity';
import type { SourceDescription, Written } from './description';
import { digits } from './digits';
import { domains } from './domains';
import { glyphs } from './glyphs';
import { groups } from './groups';
import { landscape } from './landscape';
import { languages } from './languages';
import { mmoe } from './mmoe';
import { negated } from './negated';
import { own } from './own';
import { penguins } from './penguins';
import { related } from './related';
import { scales } from './scales';
import { sinusoids } from './sinusoids';
import { table } from './table';
import { text } from './text';
import { weather } from './weather';

/** In the order in which messages and editors list them. */
export const SOURCES = {
  penguins,
  table,
  angle,
  weather,
  digits,
  related,
  negated,
  capacity,
  groups,
  text,
  scales,
  mmoe,
  sinusoids,
  landscape,
  glyphs,
  domains,
  languages,
  own,
};

export type SourceName = keyof typeof SOURCES;
type FieldsOf<Name extends SourceName> = (typeof SOURCES)[Name]['fields'];

/** A source with every setting, by its name. */
export type ResolvedSource<Name extends SourceName> = ReturnType<(typeof SOURCES)[Name]['resolve']>;
/** A source as an author writes it, by its name. */
export type WrittenSource<Name extends SourceName> = Written<FieldsOf<Name>>;

type Descriptions = { readonly [Name in SourceName]: SourceDescription<FieldsOf<Name>, ResolvedSource<Name>> };

/** The description of a name, typed so that a source and its own description stay together. */
export function describeSource<Name extends SourceName>(
  name: Name,
): SourceDescription<FieldsOf<Name>, ResolvedSource<Name>> {
  const descriptions: Descriptions = SOURCES;
  return descriptions[name];
}
