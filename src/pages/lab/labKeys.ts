import { isFreeKey, type KeyPress } from './isFreeKey';

export type LabCommand = 'toggle' | 'step' | 'rewind' | 'newSeed';

/** The lab's keys; the list of keys that the page shows is drawn from this table. */
export const LAB_KEYS: Readonly<Record<LabCommand, string>> = { toggle: ' ', step: '.', rewind: 'r', newSeed: 'n' };

/**
 * The command of a key press, or `null` when the key is none or belongs to what is focused. A key held down steps on
 * and on, but does not switch a run on and off.
 */
export function labCommand(press: KeyPress & { readonly repeat: boolean }): LabCommand | null {
  if (!isFreeKey(press)) return null;
  const commands = Object.keys(LAB_KEYS) as readonly LabCommand[];
  const command = commands.find((each) => LAB_KEYS[each] === press.key.toLowerCase()) ?? null;
  return press.repeat && command !== 'step' ? null : command;
}
