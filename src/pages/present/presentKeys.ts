/** Keys of the presented slide. Presenter remotes send PageDown and PageUp. */
export type PresentCommand =
  | { readonly do: 'go' | 'step' | 'rewind' | 'fullScreen' | 'notes' | 'help' | 'leave' }
  | { readonly do: 'view' | 'slide'; readonly by: 1 | -1 }
  /** 0-based knob. */
  | { readonly do: 'knob'; readonly index: number; readonly by: 1 | -1 };

const COMMANDS: Readonly<Record<string, PresentCommand>> = {
  ' ': { do: 'go' },
  '.': { do: 'step' },
  r: { do: 'rewind' },
  f: { do: 'fullScreen' },
  t: { do: 'notes' },
  '?': { do: 'help' },
  Escape: { do: 'leave' },
  ArrowRight: { do: 'view', by: 1 },
  PageDown: { do: 'view', by: 1 },
  ArrowLeft: { do: 'view', by: -1 },
  PageUp: { do: 'view', by: -1 },
  ArrowDown: { do: 'slide', by: 1 },
  ArrowUp: { do: 'slide', by: -1 },
};

export interface PresentKey {
  readonly key: string;
  /** Physical key, e.g. `Digit1`: with shift held, `key` is another character. */
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
  readonly target: { readonly closest?: (selector: string) => unknown } | null;
}

/** What a focused field or an open dialog keeps for itself. */
const TYPED_INTO = 'input, textarea, select, [contenteditable="true"], [role="slider"], dialog';
const PRESSED = 'button, a[href], summary, [role="button"]';

/** The command of a key press, `null` when the key means nothing here or belongs to what is focused. */
export function presentCommand(press: PresentKey): PresentCommand | null {
  if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey) return null;
  const inside = (selector: string): boolean =>
    typeof press.target?.closest === 'function' && press.target.closest(selector) !== null;
  if (inside(TYPED_INTO) || (press.key === ' ' && inside(PRESSED))) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  if (digit !== undefined) return { do: 'knob', index: Number(digit) - 1, by: press.shiftKey ? -1 : 1 };
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return Object.hasOwn(COMMANDS, key) ? (COMMANDS[key] ?? null) : null;
}
