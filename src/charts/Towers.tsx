import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useElementSize } from '../ui/useElementSize';
import { useTextSize } from '../ui/useTextSize';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import type { TowersProps } from './chartProps';
import { cellsOfLayer, towerReadout } from './towerReadout';
import styles from './Towers.module.css';
import { TowersPicture, type TowerPart } from './TowersPicture';
import { towersSummary } from './towersSummary';
import { useCalm } from './useCalm';

const FIXED = { tiny: [96, 72], small: [200, 150], medium: [360, 280] } as const;

/**
 * The hero of the lab: the towers of all tasks, side by side, joined by springs or grown into one. The same drawing from
 * a button to a projector. Layers and units say their numbers on hover and to the arrow keys.
 */
export function Towers(given: TowersProps) {
  const props = useCalm(given);
  const { size } = props;
  const { t } = useTranslation('charts');
  const keysId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const measured = useElementSize(frame);
  const fontSize = useTextSize();
  const [part, setPart] = useState<TowerPart | null>(null);
  const summary = towersSummary(props, t);
  const words = size === 'medium' || size === 'hero';
  const fixed = size === 'hero' ? null : FIXED[size];
  const [width, height] = fixed ?? [measured.width, measured.height];
  const picture = (
    <svg className={styles.picture} width={width} height={height} role="img" aria-label={summary}>
      {width > 0 && (
        <TowersPicture
          {...props}
          {...{ width, height, fontSize, words }}
          part={words ? part : null}
          onPart={words ? setPart : ignore}
        />
      )}
    </svg>
  );
  if (!words) return picture;

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = movePart(part, event.key, props);
    if (next === undefined) return;
    setPart(next);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.box} data-size={size}>
      <div
        ref={frame}
        className={styles.frame}
        role="group"
        tabIndex={0}
        aria-label={summary}
        aria-describedby={keysId}
        onKeyDown={onKeyDown}
        onBlur={() => setPart(null)}
      >
        {picture}
      </div>
      <p className={styles.readout} role="status">
        {part === null ? '' : towerReadout(props, part.layer, part.cell, t)}
      </p>
      <VisuallyHidden>
        <span id={keysId}>{t('towers.keys')}</span>
      </VisuallyHidden>
    </div>
  );
}

function ignore(): void {
  // Small pictures are read as a whole.
}

/** Up and down between layers, left and right between cells, Escape to none; `undefined` = not our key. */
function movePart(part: TowerPart | null, key: string, props: TowersProps): TowerPart | null | undefined {
  const layers = props.layers.length;
  if (key === 'Escape') return part === null ? undefined : null;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const from = part?.layer ?? (key === 'ArrowUp' ? -1 : layers);
    return { layer: Math.min(Math.max(from + (key === 'ArrowUp' ? 1 : -1), 0), layers - 1), cell: null };
  }
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const layer = part?.layer ?? 0;
    const cells = cellsOfLayer(props, layer);
    const from = part?.cell ?? (key === 'ArrowRight' ? -1 : cells);
    return { layer, cell: (from + (key === 'ArrowRight' ? 1 : -1) + cells) % Math.max(1, cells) };
  }
  return undefined;
}
