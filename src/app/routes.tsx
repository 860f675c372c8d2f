/**
 * The addresses of the page. The first screen is in the first script; every other page is fetched, with its words, when
 * it is opened. `handle.title` is a key of `title.*`.
 */
import type { i18n } from 'i18next';
import { createHashRouter, Navigate, type RouteObject } from 'react-router';
import { preloadNamespaces } from '../i18n';
import { HomePage } from '../pages/home/HomePage';
import { BareShell } from './BareShell';
import { NotFoundPage } from './NotFoundPage';
import { PageSkeleton } from './PageSkeleton';
import type { RouteHandle } from './routeHandle';
import { RouteError } from './RouteError';
import { Shell } from './Shell';
import { withBackend } from './withBackend';

const handle = (title: RouteHandle['title']): RouteHandle => ({ title });

/** Slide shown when an address names none: the one that is the pattern for the others. */
const FIRST_SLIDE = '4.1';

function pages(translator: i18n): RouteObject[] {
  return [
    { index: true, handle: handle('home'), Component: withBackend(HomePage) },
    {
      path: 'lab',
      handle: handle('lab'),
      lazy: async () => {
        const [{ LabPage }] = await Promise.all([
          import('../pages/lab/LabPage'),
          preloadNamespaces(translator, ['lab', 'charts', 'errors']),
        ]);
        return { Component: withBackend(LabPage) };
      },
    },
    { path: 'learn', element: <Navigate to={`/learn/${FIRST_SLIDE}`} replace /> },
    {
      path: 'learn/:slide',
      handle: handle('learn'),
      lazy: async () => {
        const [{ LearnPage }] = await Promise.all([
          import('../pages/learn/LearnPage'),
          preloadNamespaces(translator, ['learn', 'course', 'charts']),
        ]);
        return { Component: withBackend(LearnPage) };
      },
    },
    { path: '*', handle: handle('notFound'), Component: NotFoundPage },
  ];
}

export function createRoutes(translator: i18n): ReturnType<typeof createHashRouter> {
  return createHashRouter([
    {
      Component: Shell,
      errorElement: <RouteError />,
      HydrateFallback: PageSkeleton,
      // A page that fails takes neither the header nor the way out with it.
      children: [{ errorElement: <RouteError />, children: pages(translator) }],
    },
    { path: 'present', element: <Navigate to={`/present/${FIRST_SLIDE}`} replace /> },
    {
      Component: BareShell,
      errorElement: <RouteError />,
      HydrateFallback: PageSkeleton,
      children: [
        {
          path: 'present/:slide',
          handle: handle('present'),
          lazy: async () => {
            const [{ PresentPage }] = await Promise.all([
              import('../pages/present/PresentPage'),
              preloadNamespaces(translator, ['learn', 'course', 'charts']),
            ]);
            return { Component: withBackend(PresentPage) };
          },
        },
      ],
    },
  ]);
}
