import type { ReactNode } from 'react';
import { DataTable } from '../ui/DataTable';
import type { DataTableProps } from '../ui/controlProps';
import styles from './ChartFrame.module.css';

export interface ChartFrameProps {
  readonly title: string;
  /** One sentence that says what the picture shows now. */
  readonly summary: string;
  /** Switches that belong to the picture. */
  readonly controls?: ReactNode;
  /** Explains lines and glyphs. */
  readonly legend?: ReactNode;
  readonly children: ReactNode;
  readonly table: Omit<DataTableProps, 'caption'>;
}

/** What every chart has: a name, a picture, a sentence in words, and the numbers behind it. */
export function ChartFrame({ title, summary, controls, legend, children, table }: ChartFrameProps) {
  return (
    <figure className={styles.frame} aria-label={title}>
      <div className={styles.head}>
        <figcaption className={styles.title}>{title}</figcaption>
        {controls}
      </div>
      {legend !== undefined && <div className={styles.legend}>{legend}</div>}
      {children}
      <div className={styles.foot}>
        <p className={styles.summary}>{summary}</p>
        <DataTable caption={title} {...table} />
      </div>
    </figure>
  );
}
