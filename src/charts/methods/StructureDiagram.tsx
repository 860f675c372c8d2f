import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TaskKey } from '../../ui/TaskKey';
import type { TaskMark } from '../../ui/taskMark';
import { useElementSize } from '../../ui/useElementSize';
import { useTextSize } from '../../ui/useTextSize';
import { ChartFrame } from '../ChartFrame';
import { joinSentences } from '../joinSentences';
import type { NodeKind, Structure } from './structure';
import styles from './StructureDiagram.module.css';
import { StructureLine } from './StructureLine';
import { StructureShape } from './StructureShape';

export interface StructureDiagramProps {
  readonly structure: Structure;
  readonly tasks: readonly TaskMark[];
  readonly heading?: string;
}

/** Narrowest column, in text sizes: below it the diagram scrolls sideways. */
const NARROWEST = 2.6;

/** The network of a scheme: what is shared (ink), what belongs to a task (its hue), and where activations cross. */
export function StructureDiagram({ structure, tasks, heading }: StructureDiagramProps) {
  const { t } = useTranslation('methods');
  const frame = useRef<HTMLDivElement>(null);
  const { width: room } = useElementSize(frame);
  const fontSize = useTextSize();
  const { nodes, edges, columns, rows } = structure;
  const column = Math.min(fontSize * 11, Math.max(fontSize * NARROWEST, room / columns));
  const row = fontSize * 3.5;
  // Lines between neighbours (springs, corrections) need room to be seen.
  const beside = edges.some((edge) => edge.kind === 'pull') || nodes.some((node) => node.kind === 'adapter');
  const size = { width: column * (beside ? 0.62 : 0.84), height: fontSize * 1.75 };
  const [width, height] = [column * columns, row * rows];
  const place = (id: string): { readonly x: number; readonly y: number } => {
    const node = nodes.find((candidate) => candidate.id === id);
    return { x: ((node?.x ?? 0) + 0.5) * column, y: height - ((node?.y ?? 0) + 0.5) * row };
  };
  const count = (kind: NodeKind, shared: boolean): number =>
    nodes.filter((node) => node.kind === kind && (node.task === null) === shared).length;
  const word = (kind: NodeKind, number: number | null): string =>
    number === null
      ? t(`picture.structure.${kind}`)
      : t('picture.structure.numbered', { name: t(`picture.structure.${kind}`), number });
  const kinds = [...new Set(nodes.map((node) => node.kind))].filter((kind) => kind !== 'input');
  const sentence = joinSentences(
    kinds.map((kind) =>
      t('picture.structure.count', {
        name: t(`picture.structure.${kind}`),
        shared: count(kind, true),
        own: count(kind, false),
      }),
    ),
  );
  return (
    <ChartFrame
      title={heading ?? t('picture.structure.title')}
      summary={sentence}
      table={{
        columns: [t('picture.structure.part'), t('picture.structure.whose'), t('picture.structure.from')],
        rows: () =>
          [...nodes]
            .sort((a, b) => a.y - b.y || a.x - b.x)
            .map((node) => [
              word(node.kind, node.number),
              node.task === null ? t('picture.structure.all') : (tasks[node.task]?.name ?? ''),
              edges
                .filter((edge) => edge.to === node.id)
                .map((edge) => {
                  const source = nodes.find((candidate) => candidate.id === edge.from);
                  if (source === undefined) return '';
                  const owner = source.task === null ? '' : ` (${tasks[source.task]?.name ?? ''})`;
                  return word(source.kind, source.number) + owner;
                })
                .join(', ') || '–',
            ]),
      }}
      legend={
        <>
          <span className={styles.key}>
            <span className={styles.shared} aria-hidden="true" />
            {t('picture.structure.all')}
          </span>
          {tasks.map((task) => (
            <TaskKey key={task.hue} task={task} />
          ))}
        </>
      }
    >
      <div
        ref={frame}
        className={styles.frame}
        {...(width > room + 1 && room > 0
          ? { tabIndex: 0, role: 'group', 'aria-label': heading ?? t('picture.structure.title') }
          : {})}
      >
        {room > 0 && (
          <svg className={styles.picture} width={width} height={height} aria-hidden="true">
            {edges.map((edge) => (
              <StructureLine
                key={`${edge.from} ${edge.to}`}
                kind={edge.kind}
                from={place(edge.from)}
                to={place(edge.to)}
                size={size}
              />
            ))}
            {nodes.map((node) => (
              <StructureShape
                key={node.id}
                kind={node.kind}
                hue={node.task === null ? null : (tasks[node.task]?.hue ?? 0)}
                words={[word(node.kind, node.number), node.number === null ? null : String(node.number)]}
                {...{ size, fontSize }}
                {...place(node.id)}
              />
            ))}
          </svg>
        )}
      </div>
    </ChartFrame>
  );
}
