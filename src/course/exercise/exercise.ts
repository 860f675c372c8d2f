/**
 * Exercises as declared data. Words are in the `course` catalogue; what counts as right is decided here and on
 * measured runs, over seeds - never typed in beside the answer.
 */
import type { PresetId } from '../../presets';
import type { MeasuredShape } from './curveShape';

/** "Run this to see": a preset of the lab, and what to change in it. */
export interface SeeForYourself {
  readonly preset: PresetId;
}

export interface ReasonOption<Id extends string> {
  readonly id: Id;
  readonly correct: boolean;
  /** Every wrong reason can be refuted by a run. */
  readonly see: SeeForYourself;
}

/** Draw the gain curve you expect, run, compare, say why. */
export interface PredictCurveExercise<Id extends string, Option extends string> {
  readonly kind: 'predict-curve';
  readonly id: Id;
  readonly preset: PresetId;
  /** Swept value of the slice asked about. */
  readonly value: number;
  /** Drawing area in units of gain (0.5 = 50 %). */
  readonly range: readonly [number, number];
  /** The measured shape that the reasons below explain; with another one the exercise says so and asks no reason. */
  readonly explains: MeasuredShape;
  readonly reasons: readonly ReasonOption<Option>[];
}

/** One thing that must be true of the reader's own run: `better` beats `than`, interval over seeds above zero. */
export interface Beats {
  readonly better: 'soft' | 'hard' | 'alone';
  readonly than: 'soft' | 'hard' | 'alone';
}

/** Choose settings, run them here, meet the goals. */
export interface FindSettingExercise<Id extends string> {
  readonly kind: 'find-setting';
  readonly id: Id;
  /** The model, data and training are this preset's; only the knobs below change. */
  readonly preset: PresetId;
  readonly angle: { readonly min: number; readonly max: number; readonly step: number; readonly start: number };
  readonly lambda: { readonly min: number; readonly max: number; readonly start: number };
  readonly seeds: number;
  readonly goals: readonly Beats[];
}
