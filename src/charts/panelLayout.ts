/** Where the parts of a curve panel are, in CSS pixels of its box. */
import { textWidth } from './textWidth';

export interface PanelBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Room right of the plot holds line-end labels; without it the legend has to do. */
  readonly labels: boolean;
}

/** Narrower than this, line ends carry no labels. */
const LABEL_FLOOR = 300;

/**
 * @param tickLabels written values of the vertical axis.
 * @param endLabels widest texts that stand at line ends, with values.
 */
export function panelLayout(
  width: number,
  height: number,
  fontSize: number,
  tickLabels: readonly string[],
  endLabels: readonly string[],
): PanelBox {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => textWidth(text, fontSize)));
  const left = Math.ceil(Math.max(widest(tickLabels), fontSize * 1.6) + 8);
  const labelRoom = Math.ceil(widest(endLabels) + 14);
  const labels = endLabels.length > 0 && width >= LABEL_FLOOR && labelRoom < width * 0.36;
  return {
    left,
    right: Math.max(left + 10, width - (labels ? labelRoom : 10)),
    top: Math.ceil(fontSize * 1.7),
    bottom: Math.max(Math.ceil(fontSize * 1.7) + 10, height - Math.ceil(fontSize * 1.75)),
    labels,
  };
}
