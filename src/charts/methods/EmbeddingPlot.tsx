import { useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useElementSize } from '../../ui/useElementSize';
import { useTextSize } from '../../ui/useTextSize';
import { panelHeight } from '../panelHeight';
import { textWidth } from '../textWidth';
import { ClassShape } from './ClassShape';
import type { EmbeddingWord } from './embeddingWord';
import styles from './EmbeddingMap.module.css';
import { placeLabels } from './placeLabels';

export interface EmbeddingPlotProps {
  readonly name: string;
  readonly words: readonly EmbeddingWord[];
  /** Whose classes give the shapes. */
  readonly task: number;
  readonly color: string;
  readonly axes: readonly [string, string];
  /** What is read out of a word. */
  readonly say: (word: number) => string;
  readonly height: number;
  readonly marked: number | null;
  readonly onMark: (word: number | null) => void;
}

/** Pixels within which a pointer means a word. */
const REACH = 24;

/** The points, with as many words as fit; the keyboard walks from word to word along the first axis. */
export function EmbeddingPlot(props: EmbeddingPlotProps) {
  const { name, words, task, color, axes, say, marked, onMark } = props;
  const { t } = useTranslation('methods');
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(frame);
  const fontSize = useTextSize();
  const height = panelHeight(props.height, fontSize);
  const places = useMemo(() => {
    const [xs, ys] = [words.map((word) => word.x), words.map((word) => word.y)];
    const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    // One scale for both axes: distances on the map are what it is about.
    const [across, up] = [width - fontSize * 5, height - fontSize * 4.5];
    const unit = Math.max(1e-9, Math.min(across / Math.max(1e-9, right - left), up / Math.max(1e-9, high - low)));
    const [cx, cy] = [width / 2, height / 2 - fontSize * 0.3];
    return words.map((word) => ({
      x: cx + (word.x - (left + right) / 2) * unit,
      y: cy - (word.y - (low + high) / 2) * unit,
    }));
  }, [words, width, height, fontSize]);
  const labels = useMemo(() => {
    const first = marked === null ? [] : [marked];
    const order = [...first, ...words.map((_, index) => index).filter((index) => index !== marked)];
    const placed = placeLabels(
      order.map((index) => ({
        x: places[index]?.x ?? 0,
        y: places[index]?.y ?? 0,
        width: textWidth(words[index]?.text ?? '', fontSize),
      })),
      { width, height: height - fontSize * 1.6 },
      fontSize * 1.15,
      8,
    );
    return order.flatMap((index, rank) => {
      const place = placed[rank];
      return place === null || place === undefined ? [] : [{ index, ...place }];
    });
  }, [words, places, marked, width, height, fontSize]);
  const alongX = useMemo(
    () => words.map((_, index) => index).sort((a, b) => (words[a]?.x ?? 0) - (words[b]?.x ?? 0)),
    [words],
  );
  const rank = marked === null ? -1 : alongX.indexOf(marked);
  const onKeyDown = (event: KeyboardEvent): void => {
    const targets: Record<string, number> = {
      ArrowRight: rank + 1,
      ArrowUp: rank + 1,
      ArrowLeft: rank < 0 ? alongX.length - 1 : rank - 1,
      ArrowDown: rank < 0 ? alongX.length - 1 : rank - 1,
      Home: 0,
      End: alongX.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) onMark(alongX[Math.min(Math.max(target, 0), alongX.length - 1)] ?? null);
    else if (event.key === 'Escape' && marked !== null) onMark(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const nearest = (x: number, y: number): number | null => {
    let [best, at] = [REACH, -1];
    places.forEach((place, index) => {
      const far = Math.hypot(place.x - x, place.y - y);
      if (far < best) [best, at] = [far, index];
    });
    return at < 0 ? null : at;
  };
  return (
    <div ref={frame} className={styles.frame} style={{ blockSize: height }}>
      <div
        className={styles.surface}
        role="slider"
        tabIndex={0}
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, words.length - 1)}
        aria-valuenow={Math.max(0, rank)}
        aria-valuetext={marked === null ? t('picture.embedding.how') : say(marked)}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          onMark(nearest(event.clientX - box.left, event.clientY - box.top));
        }}
        onPointerLeave={() => onMark(null)}
      >
        {width > 0 && (
          <svg className={styles.picture} width={width} height={height} aria-hidden="true">
            {words.map((word, index) => {
              const [place, of] = [places[index], word.classes[task] ?? null];
              return place === undefined ? null : (
                <g key={word.text} transform={`translate(${place.x.toFixed(1)} ${place.y.toFixed(1)})`}>
                  {index === marked && <circle className={styles.marked} r="9" />}
                  {of === null ? (
                    <circle className={styles.without} r="2" />
                  ) : (
                    <ClassShape index={of} color={color} size={fontSize * 0.36} />
                  )}
                </g>
              );
            })}
            {labels.map(({ index, x, y }) => (
              <text
                key={index}
                className={index === marked ? styles.wordMarked : styles.word}
                x={x.toFixed(1)}
                y={y.toFixed(1)}
                dy="0.35em"
              >
                {words[index]?.text}
              </text>
            ))}
            <text className={styles.axisName} x={width} y={height - 4} textAnchor="end">
              {axes[0]} →
            </text>
            <text className={styles.axisName} x={0} y={fontSize}>
              {axes[1]} ↑
            </text>
          </svg>
        )}
      </div>
    </div>
  );
}
