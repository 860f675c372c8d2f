/** Props of every control, in one place: what a page has to bring. All words come as props, in the reader's language. */
import type { ReactNode, RefObject } from 'react';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** `primary`: the one main action of a screen. `quiet`: no frame. Default `plain`. */
  readonly kind?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'normal' | 'large';
  /** A disabled button says why, as its description; it stays focusable. */
  readonly disabledReason?: string | null;
  /** Toggle buttons only. */
  readonly pressed?: boolean;
  /** Keyboard shortcut shown beside the word, e.g. `r`. */
  readonly shortcut?: string;
  /** Accessible name when the visible words are not enough. */
  readonly label?: string;
  readonly buttonRef?: RefObject<HTMLButtonElement | null>;
}

export interface NumberFieldProps {
  readonly label: string;
  /** The label is there for screen readers only. */
  readonly labelHidden?: boolean;
  readonly value: number;
  readonly onCommit: (value: number) => void;
  readonly min: number;
  readonly max: number;
  /** Arrow keys; default 1. With `integer` only whole numbers are taken. */
  readonly step?: number;
  readonly integer?: boolean;
  /** Arrow keys multiply by 10^(1/4) instead of adding. */
  readonly logarithmic?: boolean;
  readonly unit?: string;
  readonly disabled?: boolean;
}

export interface RangeSliderProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: number;
  /** Called while dragging (at most once a frame) and on every key. */
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** `log`: equal ratios are equally far apart; `zero` adds an exact 0 at the left end of a log scale. */
  readonly scale?: 'linear' | 'log' | 'log-with-zero';
  /** Named places, e.g. 0 "alone", 1e6 "hard". */
  readonly marks?: readonly { readonly value: number; readonly label: string }[];
  readonly unit?: string;
  readonly disabled?: boolean;
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}

export interface SegmentedControlProps<T extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: T;
  readonly choices: readonly (Choice<T> & { readonly glyph?: ReactNode })[];
  readonly onChange: (value: T) => void;
}

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export interface ToggleProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export interface TabsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly tabs: readonly { readonly value: T; readonly label: string; readonly panel: ReactNode }[];
}

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly actions?: ReactNode;
}

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
}

export interface HelpTipProps {
  /** The word that is explained. */
  readonly children: ReactNode;
  readonly help: ReactNode;
}

export interface KnobProps {
  readonly label: string;
  readonly help?: ReactNode;
  /** `live`: takes effect on the running cohort. `restart`: begins a new run. */
  readonly effect: 'live' | 'restart';
  /** The control itself, with its label hidden. */
  readonly children: ReactNode;
  /** The knob's value differs from the preset's; offers to put it back. */
  readonly onReset?: (() => void) | null;
}

export interface StatusLineProps {
  /** The newest sentence; spoken politely, at most one every `interval` milliseconds. */
  readonly message: string;
  /** Default 5000. */
  readonly interval?: number;
  /** Speak at once (stop, divergence, recovery). */
  readonly urgent?: boolean;
  readonly hidden?: boolean;
}

export interface ToolbarProps {
  readonly label: string;
  readonly children: ReactNode;
}

export interface IntervalProps {
  readonly mean: number;
  /** Half width of the interval; `null` = one seed only. */
  readonly halfWidth: number | null;
  /** `percent` multiplies by 100 and writes %. */
  readonly style?: 'number' | 'percent';
  /** Write + before positive numbers (gains). */
  readonly signed?: boolean;
  readonly unit?: string;
}

export interface DataTableProps {
  /** Names the table; also the accessible name of its scrolling box. */
  readonly caption: string;
  readonly columns: readonly string[];
  /**
   * First cell of each row is its header. Called only while the table is open, so that a closed table costs a running
   * chart nothing.
   */
  readonly rows: () => readonly (readonly string[])[];
  /** More rows than this are thinned evenly (first and last stay); default 60. */
  readonly maxRows?: number;
}
