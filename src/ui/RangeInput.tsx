import type { InputHTMLAttributes } from 'react';
import styles from './RangeInput.module.css';

export interface RangeInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className' | 'style'> {
  /** Filled part of the track, 0 .. 1. */
  readonly share: number;
}

/** The browser's slider in the lab's dress. Give it a label. */
export function RangeInput({ share, ...rest }: RangeInputProps) {
  return <input type="range" className={styles.range} style={{ '--share': share }} {...rest} />;
}
