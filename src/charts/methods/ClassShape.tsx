export interface ClassShapeProps {
  /** 0-based; from the seventh on the shapes begin again. */
  readonly index: number;
  readonly color: string;
  /** Radius in pixels. */
  readonly size: number;
}

/** Classes are told by shape, filled and open in turn, so that colour can go on saying which task is meant. */
export function ClassShape({ index, color, size }: ClassShapeProps) {
  const r = size;
  const filled = { fill: color, stroke: 'var(--paper)', strokeWidth: 0.75 };
  const open = { fill: 'var(--paper)', stroke: color, strokeWidth: Math.max(1.4, r * 0.38) };
  switch (index % 6) {
    case 0:
      return <circle r={r} {...filled} />;
    case 1:
      return <circle r={r * 0.9} {...open} />;
    case 2:
      return <path d={`M0 ${-r * 1.25} L${r * 1.2} ${r * 0.85} H${-r * 1.2} Z`} {...filled} />;
    case 3:
      return <rect x={-r * 0.85} y={-r * 0.85} width={r * 1.7} height={r * 1.7} {...open} />;
    case 4:
      return <path d={`M0 ${-r * 1.35} L${r * 1.35} 0 L0 ${r * 1.35} L${-r * 1.35} 0 Z`} {...filled} />;
    default:
      return <path d={`M${-r} ${-r} L${r} ${r} M${r} ${-r} L${-r} ${r}`} fill="none" stroke={color} strokeWidth={2} />;
  }
}
