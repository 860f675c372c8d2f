import { useEffect, useState } from 'react';
import type { SlideParts } from '../courseSlide';
import type { BuiltSlide } from '../registry';

/** Names of the live parts of all built slides. */
export type LiveName = keyof Awaited<ReturnType<BuiltSlide['loadParts']>>['live'];

/** The slide's live parts, `null` until they have been fetched. */
export function useSlideParts(slide: BuiltSlide): SlideParts<LiveName> | null {
  const [parts, setParts] = useState<SlideParts<LiveName> | null>(null);
  useEffect(() => {
    let gone = false;
    void slide.loadParts().then((loaded) => {
      if (!gone) setParts(loaded);
    });
    return () => {
      gone = true;
    };
  }, [slide]);
  return parts;
}
