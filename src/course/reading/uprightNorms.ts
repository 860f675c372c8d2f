/** The part of a rendered text tree that is looked at. */
interface TreeNode {
  readonly type: string;
  value?: string;
  readonly children?: readonly TreeNode[];
}

/**
 * KaTeX writes norm bars as U+2225 (parallel to), which fonts without mathematics slant and set apart; U+2016 (double
 * vertical line) is the bar itself and a fence for the browser's formula layout.
 */
export function uprightNorms(): (tree: TreeNode) => void {
  const visit = (node: TreeNode): void => {
    if (node.type === 'text' && node.value?.includes('\u2225') === true) {
      node.value = node.value.replaceAll('\u2225', '\u2016');
    }
    node.children?.forEach(visit);
  };
  return visit;
}
