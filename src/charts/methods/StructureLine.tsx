import { coilPath } from '../../ui/coilPath';
import type { StructureEdge } from './structure';
import styles from './StructureDiagram.module.css';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface StructureLineProps {
  readonly kind: StructureEdge['kind'];
  readonly from: Point;
  readonly to: Point;
  /** Of a box: lines begin and end at its edge. */
  readonly size: { readonly width: number; readonly height: number };
}

/** Activations: a line upwards. Mixed ones: thin. A pull: the spring of soft sharing. A turned gradient: dashed, with its sign. */
export function StructureLine({ kind, from, to, size }: StructureLineProps) {
  if (Math.abs(from.y - to.y) < 1) {
    const direction = Math.sign(to.x - from.x);
    const [start, end] = [from.x + (direction * size.width) / 2, to.x - (direction * size.width) / 2];
    if (kind === 'pull') {
      const d = coilPath({ from: [start, from.y], to: [end, to.y], turns: 3, radius: size.height * 0.22, lead: 3 });
      return <path className={styles.spring} d={d} />;
    }
    return <path className={styles.mix} d={`M${start} ${from.y} L${end} ${to.y}`} />;
  }
  const [start, end] = [from.y - size.height / 2, to.y + size.height / 2];
  const d = `M${from.x} ${start} L${to.x} ${end}`;
  if (kind !== 'reverse') return <path className={kind === 'flow' ? styles.flow : styles.mix} d={d} />;
  return (
    <>
      <path className={styles.reverse} d={d} />
      <text className={styles.sign} x={(from.x + to.x) / 2 + 6} y={(start + end) / 2} dy="0.35em">
        −∇
      </text>
    </>
  );
}
