/** What a drawing stroke does to a prediction: every place it passes gets the height it passes at. */
export interface DrawnPoint {
  /** Position along the axis in places: 0 = first arm, 1 = second ... */
  readonly place: number;
  readonly value: number;
}

/**
 * The prediction after a stroke from one point to the next (the same twice for a tap). Places between the two get the
 * line's height; a tap sets the nearest place. Values are kept inside the range.
 */
export function drawStroke(
  prediction: readonly (number | null)[],
  from: DrawnPoint,
  to: DrawnPoint,
  [low, high]: readonly [number, number],
): readonly (number | null)[] {
  const inside = (value: number): number => Math.min(high, Math.max(low, value));
  const nearest = Math.min(prediction.length - 1, Math.max(0, Math.round(to.place)));
  const [left, right] = from.place <= to.place ? [from, to] : [to, from];
  return prediction.map((old, place) => {
    if (place === nearest) return inside(to.value);
    if (place < left.place || place > right.place || right.place === left.place) return old;
    const share = (place - left.place) / (right.place - left.place);
    return inside(left.value + share * (right.value - left.value));
  });
}

/** A handle moved by a key; `undefined` = not a key of handles. A handle not drawn yet starts at `start`. */
export function nudge(
  value: number | null,
  key: string,
  [low, high]: readonly [number, number],
  start: number,
): number | undefined {
  const step = (high - low) / 40;
  const moves: Record<string, number> = {
    ArrowUp: step,
    ArrowDown: -step,
    PageUp: 5 * step,
    PageDown: -5 * step,
  };
  if (key === 'Home') return low;
  if (key === 'End') return high;
  const move = moves[key];
  if (move === undefined) return undefined;
  return value === null ? start : Math.min(high, Math.max(low, value + move));
}
