/** A drawing as text of a stand-alone file, with its size in CSS pixels. */
export interface SvgFile {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** Pixels between two drawings. */
const GAP = 24;

/** Several drawings side by side in one file. */
export function joinSvg(files: readonly SvgFile[]): string {
  const height = Math.max(0, ...files.map((file) => file.height));
  const width = files.reduce((sum, file) => sum + file.width, 0) + GAP * Math.max(0, files.length - 1);
  let x = 0;
  const parts = files.map((file) => {
    const part = `<g transform="translate(${x} 0)">${file.text.replace(/^<\?xml[^>]*\?>\s*/, '')}</g>`;
    x += file.width + GAP;
    return part;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    ...parts,
    '</svg>',
  ].join('\n');
}
