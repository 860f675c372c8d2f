import type { SchemeKind } from './armMark';
import { coilPath } from './coilPath';

export interface SchemeGlyphProps {
  readonly kind: SchemeKind;
  /** CSS length; default 1.25em. */
  readonly size?: string;
  /** Accessible name; without it the glyph is decoration beside the word. */
  readonly label?: string;
}

const SPRING = coilPath({ from: [1.5, 12], to: [22.5, 12], turns: 3, radius: 7, lead: 3 });

/** The lab's signature: an open circle (alone), a chain link (hard), a spring (soft), a crossing (activations mixed). Drawn in the colour of the text. */
export function SchemeGlyph({ kind, size = '1.25em', label }: SchemeGlyphProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      style={{ inlineSize: size, blockSize: size, flex: 'none' }}
      fill="none"
      stroke="currentColor"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      <SchemeGlyphShape kind={kind} />
    </svg>
  );
}

/** The same shapes on a 24 x 24 grid for use inside another picture; stroke colour is inherited. */
export function SchemeGlyphShape({ kind }: Pick<SchemeGlyphProps, 'kind'>) {
  if (kind === 'alone') return <circle cx="12" cy="12" r="7" strokeWidth="1.8" />;
  if (kind === 'mixed') {
    return (
      <g strokeWidth="1.8" strokeLinecap="round">
        <path d="M4 6 L20 18 M20 6 L4 18" />
        <circle cx="12" cy="12" r="2.4" fill="currentColor" />
      </g>
    );
  }
  if (kind === 'soft') return <path d={SPRING} strokeWidth="1.8" strokeLinejoin="round" strokeLinecap="round" />;
  return (
    <g strokeWidth="2.6" strokeLinecap="round">
      <path d="M13.6 8.2 A4.4 4.4 0 0 0 9.2 7.6 H6 A4.4 4.4 0 0 0 6 16.4 H9.2 A4.4 4.4 0 0 0 13.6 12" />
      <path d="M10.4 15.8 A4.4 4.4 0 0 0 14.8 16.4 H18 A4.4 4.4 0 0 0 18 7.6 H14.8 A4.4 4.4 0 0 0 10.4 12" />
    </g>
  );
}
