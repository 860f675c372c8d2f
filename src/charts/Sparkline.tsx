import { strokeOf } from '../ui/strokes';
import { taskColor } from '../ui/taskMark';
import type { SparklineProps } from './chartProps';
import { sparkPath } from './sparkPath';

/** A curve the size of a word, beside its number. */
export function Sparkline({ values, hue, kind, width = 72, height = 20, label }: SparklineProps) {
  const stroke = strokeOf({ kind, tension: 0.5 });
  const line = kind === 'hard' ? 2.25 : 1.5;
  const spark = sparkPath(values, width, height, 3);
  const color = hue === null ? 'var(--ink)' : taskColor(hue);
  return (
    <svg
      width={width}
      height={height}
      style={{ display: 'inline-block', verticalAlign: 'middle' }}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      {spark !== null && (
        <>
          <path
            d={spark.path}
            fill="none"
            stroke={color}
            strokeWidth={line}
            strokeLinecap={stroke.cap}
            strokeDasharray={stroke.dash.length === 0 ? undefined : stroke.dash.map((part) => part * line).join(' ')}
          />
          <circle cx={spark.end[0]} cy={spark.end[1]} r="2.25" fill={color} />
        </>
      )}
    </svg>
  );
}
