/** Words beside points without overlap: as many as fit, the first ones first. */
export interface LabelWish {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface LabelPlace {
  /** Left end of the text, and its middle height. */
  readonly x: number;
  readonly y: number;
}

/**
 * Tries right, left, above and below of each point; a label that would touch an earlier one, or leave the box, is left out.
 * @param height of a line of text; @param gap between point and text.
 * @returns in the order of the wishes; `null` = no room.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  box: { readonly width: number; readonly height: number },
  height: number,
  gap: number,
): readonly (LabelPlace | null)[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  return wishes.map(({ x, y, width }) => {
    const tries: readonly LabelPlace[] = [
      { x: x + gap, y },
      { x: x - gap - width, y },
      { x: x - width / 2, y: y - gap - height / 2 },
      { x: x - width / 2, y: y + gap + height / 2 },
    ];
    for (const place of tries) {
      const area = { left: place.x, right: place.x + width, top: place.y - height / 2, bottom: place.y + height / 2 };
      const inside = area.left >= 0 && area.right <= box.width && area.top >= 0 && area.bottom <= box.height;
      const free = taken.every(
        (other) =>
          area.right < other.left || area.left > other.right || area.bottom < other.top || area.top > other.bottom,
      );
      if (!inside || !free) continue;
      taken.push(area);
      return place;
    }
    return null;
  });
}
