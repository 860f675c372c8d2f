/** Where letters are typed: every key belongs to it. Buttons in the shape of inputs (radio, checkbox, slider) are none. */
const TYPED_INTO =
  'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], dialog';

/** What answers to the space bar itself. */
const PRESSED =
  'button, a[href], summary, input[type="radio"], input[type="checkbox"], [role="button"], [role="tab"], [role="radio"], [role="switch"], [role="checkbox"]';

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
