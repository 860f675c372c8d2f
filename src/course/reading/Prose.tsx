import Markdown, { type Options } from 'react-markdown';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import styles from './Prose.module.css';
import { uprightNorms } from './uprightNorms';

/** MathML is drawn by the browser itself: no fonts to fetch, and screen readers can read it. */
const MATH: NonNullable<Options['rehypePlugins']> = [[rehypeKatex, { output: 'mathml' }], uprightNorms];

/** Markdown with formulas. HTML in the text is shown as text, never run. */
export function Prose({ markdown }: { readonly markdown: string }) {
  return (
    <div className={styles['prose']}>
      <Markdown remarkPlugins={[remarkMath]} rehypePlugins={MATH}>
        {markdown}
      </Markdown>
    </div>
  );
}
