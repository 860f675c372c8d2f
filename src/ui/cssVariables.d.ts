/** Lets components hand numbers to their style sheets: `style={{ '--share': 0.3 }}`. */
import 'react';

declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number;
  }
}
