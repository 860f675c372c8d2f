import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../i18n/numberFormat';
import type { TowersProps } from './chartProps';
import { TowerConnections } from './TowerConnections';
import { TowerRowShape } from './TowerRowShape';
import { TowerTethers } from './TowerTethers';
import styles from './Towers.module.css';
import { headStart, sharedLayerCount } from './sharedLayerCount';
import { textWidth } from './textWidth';
import { towersLayout } from './towersLayout';
import { TowerHeads } from './TowerHeads';

/** A layer, and in it a cell: what is pointed at. */
export interface TowerPart {
  readonly layer: number;
  /** Index among all cells of the layer, row after row; `null` = the layer as a whole. */
  readonly cell: number | null;
}

export interface TowersPictureProps extends TowersProps {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly words: boolean;
  readonly part: TowerPart | null;
  readonly onPart: (part: TowerPart | null) => void;
}

/** The drawing itself. Everything that moves is a measured number. */
export function TowersPicture(props: TowersPictureProps) {
  const { scheme, tasks, layers, lambda = 0, width, height, fontSize, words, part, onPart } = props;
  const { t } = useTranslation('charts');
  const numbers =
    words &&
    scheme === 'soft' &&
    (props.showNumbers ?? true) &&
    layers.some((layer) => layer.relativeDistance !== null);
  const nameRoom = words ? Math.max(0, ...layers.map((layer) => textWidth(layer.name, fontSize))) + fontSize : 4;
  const box = {
    left: nameRoom,
    right: width - (numbers ? fontSize * 3.4 : words ? fontSize : 4),
    top: words ? fontSize * 3.4 : height * 0.06,
    bottom: height - (words ? fontSize * 1.2 : height * 0.06),
  };
  const place = towersLayout({
    scheme,
    tasks: tasks.length,
    widths: layers.map((layer) => layer.units[0]?.length ?? 0),
    distances: layers.map((layer) => layer.relativeDistance),
    sharedLayers: sharedLayerCount(props),
    headFrom: headStart(props),
    box,
  });
  return (
    <>
      <line className={styles.ground} x1={box.left} x2={box.right} y1={box.bottom + 1} y2={box.bottom + 1} />
      <TowerConnections {...{ scheme, tasks, place }} ground={box.bottom} />
      {place.layers.map((layer, index) => (
        <TowerTethers
          key={index}
          layer={layer}
          place={place}
          lambda={lambda}
          distance={layers[index]?.relativeDistance ?? null}
        />
      ))}
      {place.layers.map((layer, index) => {
        const source = layers[index];
        if (source === undefined) return null;
        const active = part?.layer === index;
        return (
          <g
            key={index}
            onPointerEnter={() => onPart({ layer: index, cell: null })}
            onPointerLeave={() => onPart(null)}
          >
            <rect
              className={styles.catch}
              x={0}
              y={layer.y - place.rowHeight}
              width={width}
              height={place.rowHeight * 2}
            />
            <TowerRowShape
              {...{ scheme, tasks, layer, source, place }}
              cell={active ? part.cell : null}
              onCell={(cell) => onPart({ layer: index, cell })}
            />
            {words && (
              <text className={active ? styles.nameActive : styles.name} x={0} y={layer.y} dy="0.35em">
                {source.name}
              </text>
            )}
            {numbers && !layer.head && source.relativeDistance !== null && (
              <text
                className={active ? styles.nameActive : styles.name}
                x={width}
                y={layer.y}
                dy="0.35em"
                textAnchor="end"
              >
                {formatSignificant(source.relativeDistance, 2)}
              </text>
            )}
          </g>
        );
      })}
      {numbers && (
        <text className={styles.name} x={width} y={fontSize * 1.5} textAnchor="end">
          {t('towers.distanceHead')}
        </text>
      )}
      {words && <TowerHeads {...{ tasks, place, fontSize }} numbers={props.showNumbers ?? true} />}
    </>
  );
}
