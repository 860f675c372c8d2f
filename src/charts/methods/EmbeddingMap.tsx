import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPercent, formatSignificant } from '../../i18n/numberFormat';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { taskColor } from '../../ui/taskMark';
import { ChartFrame } from '../ChartFrame';
import { useCalm } from '../useCalm';
import { ClassShape } from './ClassShape';
import { EmbeddingPlot } from './EmbeddingPlot';
import styles from './EmbeddingMap.module.css';
import type { EmbeddingWord, EmbeddingTask } from './embeddingWord';

export interface EmbeddingMapProps {
  readonly words: readonly EmbeddingWord[];
  readonly tasks: readonly EmbeddingTask[];
  /** Shares of the spread that the two axes show (principal components). */
  readonly explained: readonly [number, number] | null;
  /** Words nearest to a word in the whole table, not only on the map. */
  readonly near?: (word: number) => readonly string[];
  readonly height?: number;
}

/** Where the words lie in the common table: shape = class, hue = the task whose classes are shown. */
export function EmbeddingMap({ words: given, tasks, explained, near, height = 420 }: EmbeddingMapProps) {
  const { t } = useTranslation(['methods', 'charts']);
  const words = useCalm(given);
  const [chosen, setChosen] = useState(0);
  const [marked, setMarked] = useState<number | null>(null);
  const place = Math.min(chosen, tasks.length - 1);
  const task = tasks[place];
  const word = marked === null ? undefined : words[marked];
  const className = (one: EmbeddingWord, at: number): string => {
    const index = one.classes[at] ?? null;
    return index === null ? '–' : (tasks[at]?.classes[index] ?? '–');
  };
  const sentence = (one: EmbeddingWord): string =>
    tasks
      .map((each, at) => t('methods:picture.embedding.is', { task: each.name, is: className(one, at) }))
      .join(t('charts:towers.semicolon'));
  const neighbours = marked === null || near === undefined ? [] : near(marked);
  return (
    <ChartFrame
      title={t('methods:picture.embedding.title')}
      summary={
        task === undefined || words.length === 0
          ? t('charts:chart.empty')
          : t('methods:picture.embedding.summary', { count: words.length, task: task.name })
      }
      table={{
        columns: [t('methods:picture.embedding.word'), 'x', 'y', ...tasks.map(({ name }) => name)],
        rows: () =>
          words.map((one) => [
            one.text,
            formatSignificant(one.x),
            formatSignificant(one.y),
            ...tasks.map((_, at) => className(one, at)),
          ]),
        maxRows: 300,
      }}
      controls={
        tasks.length > 1 && (
          <SegmentedControl
            label={t('methods:picture.embedding.colour')}
            value={String(place)}
            onChange={(value) => setChosen(Number(value))}
            choices={tasks.map(({ name }, index) => ({ value: String(index), label: name }))}
          />
        )
      }
      legend={task?.classes.map((name, index) => (
        <span key={name} className={styles.key}>
          <svg viewBox="-8 -8 16 16" className={styles.sample} aria-hidden="true">
            <ClassShape index={index} color={taskColor(task.hue)} size={5.5} />
          </svg>
          {name}
        </span>
      ))}
    >
      <EmbeddingPlot
        name={t('methods:picture.embedding.title')}
        words={words}
        task={place}
        color={taskColor(task?.hue ?? 0)}
        axes={[
          axis(t('methods:picture.embedding.first'), explained?.[0]),
          axis(t('methods:picture.embedding.second'), explained?.[1]),
        ]}
        say={(index) => {
          const one = words[index];
          return one === undefined ? '' : `${one.text}: ${sentence(one)}`;
        }}
        {...{ height, marked }}
        onMark={setMarked}
      />
      <p className={styles.readout}>
        {word === undefined ? (
          t('methods:picture.embedding.how')
        ) : (
          <>
            <strong>{word.text}</strong> {sentence(word)}
            {neighbours.length > 0 &&
              ` · ${t('methods:picture.embedding.near', { list: neighbours.join(t('charts:towers.list')) })}`}
          </>
        )}
      </p>
    </ChartFrame>
  );
}

function axis(name: string, share: number | undefined): string {
  return share === undefined ? name : `${name} (${formatPercent(share, 0)})`;
}
