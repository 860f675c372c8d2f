import Markdown, { type Components, type Options } from 'react-markdown';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { formulaOf } from './catalogue/formulas';
import type { MethodId } from './catalogue/methodId';

/** The part of a rendered text tree that is looked at. */
interface TreeNode {
  readonly type: string;
  value?: string;
  readonly children?: readonly TreeNode[];
}

/** KaTeX writes norm bars as U+2225 (parallel to), which fonts slant; U+2016 is the bar itself and a fence for the layout. */
function uprightNorms(): (tree: TreeNode) => void {
  const visit = (node: TreeNode): void => {
    if (node.type === 'text' && node.value !== undefined) node.value = node.value.replaceAll('\u2225', '\u2016');
    node.children?.forEach(visit);
  };
  return visit;
}

/** MathML is drawn by the browser itself: no fonts to fetch, and screen readers can read it. */
const MATH: NonNullable<Options['rehypePlugins']> = [[rehypeKatex, { output: 'mathml' }], uprightNorms];

/** The frame around a formula is the caller's. */
const COMPONENTS: Components = {
  p: ({ children }) => <>{children}</>,
  span: ({ children }) => <>{children}</>,
};

/** A method's formula, typeset; with all formulas a chunk of its own. */
export function FormulaMath({ method }: { readonly method: MethodId }) {
  return (
    <Markdown components={COMPONENTS} remarkPlugins={[remarkMath]} rehypePlugins={MATH}>
      {`$$\n${formulaOf(method)}\n$$`}
    </Markdown>
  );
}
