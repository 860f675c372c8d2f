/**
 * What a slide of the course is: plain data, plus two loaders - its text per language, and its live parts (React, in a
 * chunk of their own). A new slide is one folder with this shape and one line in `registry.ts`; the compiler checks
 * that every live part named in `reading` exists, a test that every section does, in both languages.
 */
import type { ComponentType } from 'react';
import type { Language } from '../i18n';
import type { PresetId } from '../presets';
import type { PresetRun } from './run/presetRun';
import type { SlideId } from './slideId';
import type { BackendName } from '../training/events';

/** A section of the text by its id, the same folded away (for teachers), or a live part by its name. */
export type ReadingPart<Section extends string, Live extends string> =
  { readonly text: Section } | { readonly folded: Section } | { readonly live: Live };

/** Parts under each other in the reading column; with `beside`, a live part stands sticky next to them. */
export interface Band<Section extends string, Live extends string> {
  readonly beside: Live | null;
  /** `wide`: tables and figures that need the whole width. */
  readonly width: 'reading' | 'wide';
  readonly parts: readonly ReadingPart<Section, Live>[];
}

export interface SlideSource<Id extends string> {
  readonly id: Id;
  /** Authors, year, title, place: as printed, the same in both languages. */
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly venue: string;
  readonly href: string;
}

/** Props of every live part: the run that the figure shows, so that all parts of a slide speak of the same numbers. */
export interface LivePartProps {
  readonly run: PresetRun;
  readonly backend: BackendName | null;
}

export interface VerdictProps extends LivePartProps {
  /** `false`: what the reader has still to predict is left out. */
  readonly spoilers: boolean;
}

/** One thing the presenter can turn while presenting; keys 1-9 go through its values. */
export interface PresentKnob<Id extends string> {
  readonly id: Id;
  /** Views in which it does something. */
  readonly views: readonly string[];
  readonly values: readonly (string | number)[];
  /** Index into `values`. */
  readonly start: number;
  /** `restart`: counts from the next run on. */
  readonly effect: 'live' | 'restart';
}

export type KnobValues<Knob extends string = string> = Readonly<Record<Knob, string | number>>;

export interface PresentStageProps extends LivePartProps {
  readonly view: string;
  readonly knobs: KnobValues;
  /** `false` while the room is predicting: what answers the question stays hidden. */
  readonly revealed: boolean;
}

export interface SlideParts<Live extends string> {
  readonly live: Readonly<Record<Live, ComponentType<LivePartProps>>>;
  /** One view at the full height of the projector. */
  readonly Stage: ComponentType<PresentStageProps>;
  /** Short verdict for the header, computed from the run. */
  readonly Verdict: ComponentType<VerdictProps>;
}

export interface CourseSlide<Section extends string = string, Live extends string = string> {
  readonly id: SlideId;
  /** Prefix of the slide's keys in the `course` catalogue. */
  readonly words: string;
  readonly text: Readonly<Record<Language, () => Promise<{ readonly default: string }>>>;
  readonly figure: { readonly number: number; readonly preset: PresetId };
  readonly table: { readonly number: number };
  readonly reading: readonly Band<Section, Live>[];
  /** Every preset that the figure, the table and the exercises rest on. */
  readonly presets: readonly PresetId[];
  readonly sources: readonly SlideSource<string>[];
  readonly present: {
    /** In the order of the arrow keys. `asks`: a question to the room, answered by the space bar. */
    readonly views: readonly { readonly id: string; readonly asks: boolean }[];
    readonly knobs: readonly PresentKnob<string>[];
  };
  readonly loadParts: () => Promise<SlideParts<Live>>;
}
