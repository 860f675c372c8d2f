/** Where a key belongs to what is focused, or to an open dialog, and not to the page. */
const TYPED_INTO =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="slider"], dialog';

/** What answers to the space bar (or Enter) itself. */
const PRESSED =
  'button, a[href], summary, [role="button"], [role="tab"], [role="radio"], [role="switch"], [role="checkbox"]';

/** The part of a keyboard event that matters here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly defaultPrevented: boolean;
  readonly target: { readonly closest?: (selector: string) => unknown } | null;
}

function inside(target: KeyPress['target'], selector: string): boolean {
  return typeof target?.closest === 'function' && target.closest(selector) !== null;
}

/** Whether a key press may be taken as a command of the page: never from a field, and space never from a button. */
export function isFreeKey(press: KeyPress): boolean {
  if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey) return false;
  if (inside(press.target, TYPED_INTO)) return false;
  return press.key !== ' ' || !inside(press.target, PRESSED);
}
