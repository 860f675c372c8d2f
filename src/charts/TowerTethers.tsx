import { coilPath } from '../ui/coilPath';
import styles from './Towers.module.css';
import { tetherTension, type LayerPlace, type TowersPlace } from './towersLayout';

export interface TowerTethersProps {
  readonly layer: LayerPlace;
  readonly place: TowersPlace;
  readonly lambda: number;
  readonly distance: number | null;
}

/** Springs between the rows of one layer: as long as the measured distance, as heavy as the pull lambda x distance. */
export function TowerTethers({ layer, place, lambda, distance }: TowerTethersProps) {
  const tension = tetherTension(lambda, distance);
  return (
    <>
      {layer.tethers.map(({ from, to }) => {
        const room = to - from - 5;
        const turns = room < 16 ? 2 : room < 60 ? 4 : 7;
        // A stretched spring is thinner than a slack one: its wire has one length.
        const radius = Math.min(place.rowHeight * 0.45, 3 + 60 / Math.max(6, room / turns));
        return (
          <path
            key={from}
            className={styles.tether}
            d={coilPath({ from: [from + 2.5, layer.y], to: [to - 2.5, layer.y], turns, radius, lead: 3 })}
            style={{ strokeWidth: 1 + 2.2 * tension, opacity: lambda > 0 ? 0.45 + 0.55 * tension : 0.25 }}
          />
        );
      })}
    </>
  );
}
