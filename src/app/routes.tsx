/**
 * The addresses of the page. The first screen is in the first script; every other page is fetched when it is opened.
 * `handle.title` is a key of `title.*`.
 */
import { createHashRouter, Navigate, type RouteObject } from 'react-router';
import { HomePage } from '../pages/home/HomePage';
import { PageSkeleton } from './PageSkeleton';
import type { RouteHandle } from './routeHandle';
import { RouteError } from './RouteError';
import { NotFoundPage } from './NotFoundPage';
import { Shell } from './Shell';
import { withBackend } from './withBackend';

const handle = (title: RouteHandle['title']): RouteHandle => ({ title });

/** Slide shown when an address names none: the one that is the pattern for the others. */
const FIRST_SLIDE = '4.1';

const pages: RouteObject[] = [
  { index: true, handle: handle('home'), Component: HomePage },
  {
    path: 'lab',
    handle: handle('lab'),
    lazy: async () => ({ Component: withBackend((await import('../pages/lab/LabPage')).LabPage) }),
  },
  { path: 'learn', element: <Navigate to={`/learn/${FIRST_SLIDE}`} replace /> },
  {
    path: 'learn/:slide',
    handle: handle('learn'),
    lazy: async () => ({ Component: (await import('../pages/learn/LearnPage')).LearnPage }),
  },
  { path: '*', handle: handle('notFound'), Component: NotFoundPage },
];

export const router = createHashRouter([
  {
    // A page that fails takes neither the header nor the way out with it.
    Component: Shell,
    errorElement: <RouteError />,
    HydrateFallback: PageSkeleton,
    children: [{ errorElement: <RouteError />, children: pages }],
  },
  { path: 'present', element: <Navigate to={`/present/${FIRST_SLIDE}`} replace /> },
  {
    path: 'present/:slide',
    handle: handle('present'),
    errorElement: <RouteError />,
    HydrateFallback: PageSkeleton,
    lazy: async () => ({ Component: (await import('../pages/present/PresentPage')).PresentPage }),
  },
]);
