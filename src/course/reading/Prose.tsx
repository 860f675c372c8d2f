import Markdown, { type Components, type Options } from 'react-markdown';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { Formula } from './Formula';
import styles from './Prose.module.css';
import { uprightNorms } from './uprightNorms';

/** MathML is drawn by the browser itself: no fonts to fetch, and screen readers can read it. */
const MATH: NonNullable<Options['rehypePlugins']> = [[rehypeKatex, { output: 'mathml' }], uprightNorms];

/** What KaTeX wraps a formula in; one on a line of its own may need to scroll. */
const COMPONENTS: Components = {
  span({ node, children, ...rest }) {
    const math = node?.children[0];
    const display = math?.type === 'element' && math.tagName === 'math' && math.properties['display'] === 'block';
    return display ? <Formula>{children}</Formula> : <span {...rest}>{children}</span>;
  },
};

/** Markdown with formulas. HTML in the text is shown as text, never run. */
export function Prose({ markdown }: { readonly markdown: string }) {
  return (
    <div className={styles['prose']}>
      <Markdown components={COMPONENTS} remarkPlugins={[remarkMath]} rehypePlugins={MATH}>
        {markdown}
      </Markdown>
    </div>
  );
}
