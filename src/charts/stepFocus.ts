/**
 * The step that is looked at, shared by all charts of a page: hovering one chart marks the same step in every other,
 * a click pins it. The page owns the state and hands the same object to each chart.
 */
export interface StepFocus {
  /** Step under the pointer or the keyboard, in any chart; `null` = none. */
  readonly hoverStep: number | null;
  /** Step kept by a click; shown when nothing is hovered. */
  readonly pinnedStep: number | null;
  readonly onHoverStep: (step: number | null) => void;
  readonly onPinStep: (step: number | null) => void;
}
