import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TaskKey } from '../../ui/TaskKey';
import type { TaskMark } from '../../ui/taskMark';
import { useElementSize } from '../../ui/useElementSize';
import { useTextSize } from '../../ui/useTextSize';
import { ChartFrame } from '../ChartFrame';
import { joinSentences } from '../joinSentences';
import { ScrollBox } from './ScrollBox';
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
  const { t } = useTranslation(['methods', 'charts']);
  const frame = useRef<HTMLDivElement>(null);
  // The box that scrolls keeps a little room for its focus ring.
  const room = Math.max(0, useElementSize(frame).width - 8);
  const fontSize = useTextSize();
  const { nodes, edges, columns, rows } = structure;
  const column = Math.min(fontSize * 11, Math.max(fontSize * NARROWEST, room / columns));
  const wide = nodes.filter((node) => node.span !== undefined);
  const row = fontSize * (wide.some((node) => node.kind === 'frozen') ? 4.6 : 3.8);
  // Springs between neighbours need room to be seen.
  const beside = edges.some((edge) => edge.kind === 'pull');
  const size = { width: column * (beside ? 0.62 : 0.84), height: fontSize * 1.75 };
  // Heads are fewer than experts and may be wider than a column.
  const heads = nodes.filter((node) => node.kind === 'head').length;
  const head = { ...size, width: Math.max(size.width, Math.min(fontSize * 8, (column * columns * 0.84) / heads)) };
  const [width, height] = [column * columns, row * rows];
  const parts = nodes.filter((node) => node.span === undefined);
  const place = (id: string): { readonly x: number; readonly y: number } => {
    const node = nodes.find((candidate) => candidate.id === id);
    // What stands in a wide part leaves room for its name.
    const lower = node?.kind === 'adapter' ? fontSize * 0.55 : 0;
    return { x: ((node?.x ?? 0) + 0.5) * column, y: height - ((node?.y ?? 0) + 0.5) * row + lower };
  };
  const word = (kind: NodeKind, number: number | null): string =>
    number === null
      ? t(`methods:picture.structure.${kind}`)
      : t('methods:picture.structure.numbered', { name: t(`methods:picture.structure.${kind}`), number });
  const kinds = [...new Set(nodes.map((node) => node.kind))].filter((kind) => kind !== 'input');
  const list = (shared: boolean): string =>
    kinds
      .flatMap((kind) => {
        const count = nodes.filter((node) => node.kind === kind && (node.task === null) === shared).length;
        return count === 0 ? [] : [`${t(`methods:picture.structure.${kind}`)} × ${count}`];
      })
      .join(t('charts:towers.list'));
  const [shared, own] = [list(true), list(false)];
  const sentence = joinSentences([
    ...(shared === '' ? [] : [t('methods:picture.structure.sharedList', { list: shared })]),
    ...(own === '' ? [] : [t('methods:picture.structure.ownList', { list: own })]),
  ]);
  return (
    <ChartFrame
      title={heading ?? t('methods:picture.structure.title')}
      summary={sentence}
      table={{
        columns: [
          t('methods:picture.structure.part'),
          t('methods:picture.structure.whose'),
          t('methods:picture.structure.from'),
        ],
        rows: () =>
          [...nodes]
            .sort((a, b) => a.y - b.y || a.x - b.x)
            .map((node) => [
              word(node.kind, node.number),
              node.task === null ? t('methods:picture.structure.all') : (tasks[node.task]?.name ?? ''),
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
            {t('methods:picture.structure.all')}
          </span>
          {tasks.map((task) => (
            <TaskKey key={task.hue} task={task} />
          ))}
        </>
      }
    >
      <div ref={frame} className={styles.frame}>
        {room > 0 && (
          <ScrollBox name={heading ?? t('methods:picture.structure.title')}>
            <svg className={styles.picture} width={width} height={height} aria-hidden="true">
              {wide.map((node) => (
                <StructureShape
                  key={node.id}
                  kind={node.kind}
                  hue={null}
                  words={[node.kind === 'frozen' ? '' : word(node.kind, node.number), null]}
                  size={{
                    width: column * ((node.span ?? 1) - 0.06),
                    height: node.kind === 'frozen' ? fontSize * 3.5 : size.height,
                  }}
                  {...{ fontSize }}
                  {...place(node.id)}
                />
              ))}
              {edges.map((edge) => (
                <StructureLine
                  key={`${edge.from} ${edge.to}`}
                  kind={edge.kind}
                  from={
                    wide.some((node) => node.id === edge.from)
                      ? { ...place(edge.from), x: place(edge.to).x }
                      : place(edge.from)
                  }
                  to={place(edge.to)}
                  size={size}
                />
              ))}
              {wide
                .filter((node) => node.kind === 'frozen')
                .map((node) => (
                  <text
                    key={node.id}
                    className={styles.frozenName}
                    x={place(node.id).x}
                    y={place(node.id).y - fontSize * 0.95}
                    dy="0.35em"
                    textAnchor="middle"
                  >
                    {word(node.kind, node.number)}
                  </text>
                ))}
              {parts.map((node) => (
                <StructureShape
                  key={node.id}
                  kind={node.kind}
                  hue={node.task === null ? null : (tasks[node.task]?.hue ?? 0)}
                  words={[word(node.kind, node.number), node.number === null ? null : String(node.number)]}
                  {...{ fontSize }}
                  size={node.kind === 'head' ? head : size}
                  {...place(node.id)}
                />
              ))}
            </svg>
          </ScrollBox>
        )}
      </div>
    </ChartFrame>
  );
}
