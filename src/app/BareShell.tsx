import { Outlet } from 'react-router';
import { useDocumentTitle } from './useDocumentTitle';

/** Around the presented slide: only the tab's title; the slide has the whole window. */
export function BareShell() {
  useDocumentTitle();
  return <Outlet />;
}
