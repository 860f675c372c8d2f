/**
 * Every colour of the page as data: `tokens.css` holds the same values for the browser, and the test beside this file
 * compares the two, measures contrast and distance, and so lets nobody change one of them alone.
 * Task hues start from the Okabe-Ito set, moved per theme until each keeps 3:1 against the paper and the first four stay
 * at least 15 (CIEDE2000) apart for normal sight, protanopia, deuteranopia and tritanopia.
 */
export type ThemeName = 'light' | 'dark' | 'projector';

export interface Palette {
  readonly paper: string;
  /** Slightly set off from the paper: table heads, wells. */
  readonly well: string;
  /** Text and marks, strongest to weakest; each is readable as text. */
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  /** Borders of controls (3:1). */
  readonly frame: string;
  /** Separating rules and chart frames. */
  readonly rule: string;
  /** Grid lines, barely visible. */
  readonly grid: string;
  readonly focus: string;
  readonly selection: string;
  /** Ends of the gain scale (never a task): sharing helps, sharing hurts. */
  readonly gainPlus: string;
  readonly gainMinus: string;
  /** Task 1 blue, 2 vermilion, 3 green, 4 purple, then two tones for further tasks. */
  readonly tasks: readonly [string, string, string, string, string, string];
}

export const PALETTES: Readonly<Record<ThemeName, Palette>> = {
  light: {
    paper: '#fcfcfa',
    well: '#f3f3ef',
    ink: '#1a1b1e',
    ink2: '#484b51',
    ink3: '#686c73',
    frame: '#83878d',
    rule: '#d2d3ce',
    grid: '#ebebe6',
    focus: '#1a1b1e',
    selection: '#dcdcd2',
    gainPlus: '#1c7c86',
    gainMinus: '#a0622a',
    tasks: ['#0a5da4', '#d65e02', '#019e73', '#b474a1', '#473b05', '#1f1345'],
  },
  dark: {
    paper: '#15171b',
    well: '#1e2126',
    ink: '#eae9e4',
    ink2: '#bbbcba',
    ink3: '#94979b',
    frame: '#74787e',
    rule: '#3a3e45',
    grid: '#25282e',
    focus: '#eae9e4',
    selection: '#3d424b',
    gainPlus: '#2f9dab',
    gainMinus: '#c47a35',
    tasks: ['#0690fe', '#f18849', '#26d59f', '#c99ac0', '#f4d916', '#dbdde3'],
  },
  projector: {
    paper: '#ffffff',
    well: '#f2f2f2',
    ink: '#000000',
    ink2: '#1f1f1f',
    ink3: '#383838',
    frame: '#383838',
    rule: '#7d7d7d',
    grid: '#dcdcdc',
    focus: '#000000',
    selection: '#d0d0d0',
    gainPlus: '#1c7c86',
    gainMinus: '#a0622a',
    tasks: ['#004a85', '#c74a00', '#018a63', '#b4699f', '#3d3209', '#181a22'],
  },
};

/** Share of a gain colour in a cell, from "none" to "full"; the rest is paper. Ink stays readable on all of them. */
export const GAIN_SHARES = [0, 0.14, 0.28, 0.42, 0.56] as const;
