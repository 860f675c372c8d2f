/** A chart of the page as a file that looks the same outside it. */

/** What decides how a shape looks; everything else of a computed style is of no use in a file. */
const drawnProperties = [
  ...['display', 'visibility', 'opacity', 'fill', 'fill-opacity', 'fill-rule', 'color', 'paint-order'],
  ...['stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-dashoffset'],
  ...['stroke-linecap', 'stroke-linejoin', 'vector-effect', 'stop-color', 'stop-opacity', 'clip-path', 'mask'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'font-variant-numeric', 'letter-spacing'],
  ...['text-anchor', 'dominant-baseline', 'writing-mode', 'transform', 'transform-origin', 'transform-box'],
] as const;

export interface ImageOptions {
  /** Colour behind the picture; by default that of the page, so that the dark theme stays readable. */
  readonly background?: string;
}

/**
 * The drawing as text of a stand-alone SVG file. Colours come from custom properties of the page and styles from its
 * sheets; neither travels with a file, so every element gets its computed style written onto it.
 */
export function svgToFile(svg: SVGSVGElement, options: ImageOptions = {}): string {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll('*')];
  [svg, ...svg.querySelectorAll('*')].forEach((original, index) => {
    const target = copies[index];
    if (target === undefined) return;
    const style = getComputedStyle(original);
    target.removeAttribute('class');
    target.setAttribute('style', drawnProperties.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'));
  });
  // Links, tab stops and scripts belong to the page.
  for (const element of copy.querySelectorAll('script, foreignObject')) element.remove();
  for (const element of copies) element.removeAttribute('tabindex');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.prepend(paper(copy, options.background ?? pageBackground(svg)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}`;
}

function paper(svg: SVGSVGElement, color: string): SVGRectElement {
  const { x, y, width, height } = svg.viewBox.baseVal;
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const place = { x, y, width, height, fill: color };
  for (const [name, value] of Object.entries(place)) rect.setAttribute(name, String(value));
  return rect;
}

/** The nearest opaque colour behind an element; white where there is none. */
function pageBackground(element: Element): string {
  for (let current: Element | null = element; current !== null; current = current.parentElement) {
    const color = getComputedStyle(current).backgroundColor;
    if (color !== 'transparent' && color !== 'rgba(0, 0, 0, 0)') return color;
  }
  return 'white';
}
