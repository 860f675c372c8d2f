import { useEffect, useState, type RefObject } from 'react';

/** How far ahead of the screen something counts as near. */
const AHEAD = '900px';

/** Whether an element has come near the screen; stays true. For what need not be fetched before somebody scrolls to it. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (near || target === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, near]);
  return near;
}
