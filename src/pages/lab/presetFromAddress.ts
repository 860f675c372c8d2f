/** Which preset an address asks for. */
import { isPresetId, type PresetId } from '../../presets';

export type AddressedPreset =
  | { readonly kind: 'built-in'; readonly id: PresetId }
  /** `?x=<codec>:<payload>`: a preset packed into the link itself. */
  | { readonly kind: 'link'; readonly packed: string }
  | { readonly kind: 'unknown'; readonly id: string };

/** What the lab opens with: real data, one setting, five ways of sharing. */
const FIRST: PresetId = 'penguins';

/** Names longer than this are cut in the message. */
const SHOWN = 60;

export function presetFromAddress(query: URLSearchParams): AddressedPreset {
  const packed = query.get('x');
  if (packed !== null) return { kind: 'link', packed };
  const id = query.get('p');
  if (id === null) return { kind: 'built-in', id: FIRST };
  if (isPresetId(id)) return { kind: 'built-in', id };
  return { kind: 'unknown', id: id.length > SHOWN ? `${id.slice(0, SHOWN)}…` : id };
}

/** The query with another built-in preset; what it says of language and backend stays. */
export function withPreset(query: URLSearchParams, id: PresetId): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete('x');
  next.set('p', id);
  return next;
}
