import { useId } from 'react';
import { formatSignificant } from '../i18n/numberFormat';
import type { RangeSliderProps } from './controlProps';
import { NumberField } from './NumberField';
import { RangeInput } from './RangeInput';
import { FieldLabel } from './FieldLabel';
import styles from './RangeSlider.module.css';
import { placeOfValue, SLIDER_STEPS, valueAtPlace } from './sliderScale';
import { useThrottledFrame } from './useThrottledFrame';

/** A native slider and the same number to type. On a logarithmic scale equal ratios are equally far apart. */
export function RangeSlider(props: RangeSliderProps) {
  const { label, labelHidden = false, value, onChange, min, max, step = 1, scale = 'linear', marks = [], unit } = props;
  const id = useId();
  const later = useThrottledFrame(onChange);
  const range = { min, max };
  const linear = scale === 'linear';
  const place = linear ? value : placeOfValue(value, range, scale);
  const [first, last] = linear ? [min, max] : [0, SLIDER_STEPS];
  const share = (at: number): number => (at - first) / (last - first);
  const named = marks.find((mark) => mark.value === value);
  const spoken = `${formatSignificant(value)}${unit === undefined ? '' : ` ${unit}`}${named ? `, ${named.label}` : ''}`;
  return (
    <div className={styles.slider}>
      <FieldLabel htmlFor={id} hidden={labelHidden}>
        {label}
      </FieldLabel>
      <div className={styles.row}>
        <div className={styles.trackBox}>
          <RangeInput
            id={id}
            share={share(place)}
            min={first}
            max={last}
            step={linear ? step : 1}
            value={place}
            disabled={props.disabled}
            aria-valuetext={spoken}
            onChange={(event) => {
              const at = event.target.valueAsNumber;
              later(linear ? at : valueAtPlace(at, range, scale));
            }}
          />
          {marks.length > 0 && (
            <div className={styles.marks} aria-hidden="true">
              {marks.map((mark) => {
                const at = share(linear ? mark.value : placeOfValue(mark.value, range, scale));
                return (
                  <span key={mark.value} className={styles.mark} style={{ '--at': at }} data-edge={edge(at)}>
                    {mark.label}
                  </span>
                );
              })}
            </div>
          )}
        </div>
        <NumberField
          label={label}
          labelHidden
          value={value}
          onCommit={onChange}
          min={scale === 'log-with-zero' ? 0 : min}
          max={max}
          step={step}
          integer={linear && Number.isInteger(step) && Number.isInteger(min)}
          logarithmic={!linear && value > 0}
          {...(unit === undefined ? {} : { unit })}
          {...(props.disabled === undefined ? {} : { disabled: props.disabled })}
        />
      </div>
    </div>
  );
}

function edge(share: number): 'start' | 'end' | 'middle' {
  if (share < 0.08) return 'start';
  return share > 0.92 ? 'end' : 'middle';
}
