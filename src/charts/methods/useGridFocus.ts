import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { PhaseAddress } from '../chartProps';

export interface GridFocus {
  readonly grid: RefObject<HTMLTableElement | null>;
  /** The one cell that the tab key stops at. */
  readonly focused: PhaseAddress;
  readonly onFocus: (cell: PhaseAddress) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Moving through a table by arrow keys (the pattern of an ARIA grid). Cells carry `data-cell="row column"`.
 * @param onChoose Enter or space: the cell; Escape: `null`.
 */
export function useGridFocus(rows: number, columns: number, onChoose: (cell: PhaseAddress | null) => void): GridFocus {
  const grid = useRef<HTMLTableElement>(null);
  const [focused, onFocus] = useState<PhaseAddress>({ row: 0, column: 0 });
  const onKeyDown = (event: KeyboardEvent): void => {
    const { row, column } = focused;
    const targets: Record<string, PhaseAddress> = {
      ArrowUp: { row: Math.max(0, row - 1), column },
      ArrowDown: { row: Math.min(rows - 1, row + 1), column },
      ArrowLeft: { row, column: Math.max(0, column - 1) },
      ArrowRight: { row, column: Math.min(columns - 1, column + 1) },
      Home: { row, column: 0 },
      End: { row, column: columns - 1 },
    };
    const target = targets[event.key];
    if (target !== undefined) {
      onFocus(target);
      grid.current?.querySelector<HTMLElement>(`[data-cell="${target.row} ${target.column}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') onChoose(focused);
    else if (event.key === 'Escape') onChoose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { grid, focused, onFocus, onKeyDown };
}
