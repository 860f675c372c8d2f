import { useEffect } from 'react';

/** The projector theme for as long as the slide is shown, whatever the reader's own choice; that comes back afterwards. */
export function useProjectorTheme(): void {
  useEffect(() => {
    const root = document.documentElement;
    let own = root.dataset['theme'] ?? 'light';
    const hold = (): void => {
      if (root.dataset['theme'] === 'projector') return;
      own = root.dataset['theme'] ?? own;
      root.dataset['theme'] = 'projector';
    };
    hold();
    // Settings may write the theme again (a changed language does).
    const observer = new MutationObserver(hold);
    observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      observer.disconnect();
      root.dataset['theme'] = own;
    };
  }, []);
}
