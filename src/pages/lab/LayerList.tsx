import { useTranslation } from 'react-i18next';
import type { Activation, LayerSpec } from '../../spec/experiment';
import { LIMITS } from '../../spec/limits';
import { Button } from '../../ui/Button';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import styles from './Knobs.module.css';

const ACTIVATIONS = ['relu', 'tanh', 'linear'] as const satisfies readonly Activation[];

/** What a new layer is like when there is none to copy. */
const FIRST: LayerSpec = { units: 16, activation: 'relu' };

/** A layer as presets write it: the activation may be left to its default. */
export interface DraftLayer {
  readonly units: number;
  readonly activation?: Activation;
}

export interface LayerListProps {
  readonly layers: readonly DraftLayer[];
  readonly onChange: (layers: readonly DraftLayer[]) => void;
}

/** Widths and activations from the input on; a new layer is like the last one. */
export function LayerList({ layers, onChange }: LayerListProps) {
  const { t } = useTranslation('lab');
  const replace = (index: number, change: Partial<LayerSpec>): void =>
    onChange(layers.map((layer, at) => (at === index ? { ...layer, ...change } : layer)));
  return (
    <ul className={styles.arms}>
      {layers.map((layer, index) => (
        <li key={index} className={styles.layer}>
          <NumberField
            label={t('list.layer', { n: index + 1 })}
            labelHidden
            value={layer.units}
            min={LIMITS.units.min}
            max={LIMITS.units.max}
            integer
            unit={t('unit.units')}
            onCommit={(units) => replace(index, { units })}
          />
          <Select
            label={t('list.activation', { n: index + 1 })}
            labelHidden
            value={layer.activation ?? FIRST.activation}
            choices={ACTIVATIONS.map((value) => ({ value, label: t(`activation.${value}`) }))}
            onChange={(activation) => replace(index, { activation })}
          />
          <Button
            kind="quiet"
            label={t('list.removeNamed', { name: t('list.layer', { n: index + 1 }) })}
            onClick={() => onChange(layers.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </li>
      ))}
      {layers.length < LIMITS.hiddenLayers.max && (
        <li>
          <Button kind="quiet" onClick={() => onChange([...layers, layers.at(-1) ?? FIRST])}>
            {t('list.addLayer')}
          </Button>
        </li>
      )}
    </ul>
  );
}
