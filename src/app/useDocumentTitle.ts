import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMatches } from 'react-router';
import { isRouteHandle } from './routeHandle';

/** Keeps the tab's title on the page that is shown, in the reader's language. A page may set a closer one itself. */
export function useDocumentTitle(): void {
  const { t } = useTranslation();
  const handle = useMatches()
    .map((match) => match.handle)
    .findLast(isRouteHandle);
  const title = t(`title.${handle?.title ?? 'home'}`);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
