/** The tokens a canvas needs, resolved for the theme in force: canvases cannot see CSS. */
import { TASK_HUES } from '../ui/taskMark';
import type { Stroke } from '../ui/strokes';

export interface CanvasInk {
  readonly ink: string;
  readonly ink3: string;
  readonly tasks: readonly string[];
  /** In CSS pixels. */
  readonly widths: Readonly<Record<Stroke['width'], number>>;
}

export function readCanvasInk(element: Element): CanvasInk {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const width = (name: Stroke['width']): number => Number.parseFloat(read(name)) || 2;
  return {
    ink: read('--ink'),
    ink3: read('--ink-3'),
    tasks: Array.from({ length: TASK_HUES }, (_, hue) => read(`--task-${hue + 1}`)),
    widths: {
      '--line-alone': width('--line-alone'),
      '--line-soft': width('--line-soft'),
      '--line-hard': width('--line-hard'),
    },
  };
}
