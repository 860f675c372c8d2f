import { useEffect } from 'react';
import { labCommand } from './labKeys';
import type { Lab } from './labStore';

/** The lab's keys, while it is on screen. */
export function useLabKeys(lab: Lab): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const target = event.target instanceof Element ? event.target : null;
      const { key, ctrlKey, metaKey, altKey, defaultPrevented, repeat } = event;
      const command = labCommand({ key, ctrlKey, metaKey, altKey, defaultPrevented, repeat, target });
      if (command === null) return;
      event.preventDefault();
      lab[command]();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [lab]);
}
