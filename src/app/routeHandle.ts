/** What a route says of itself; `title` is a key of `title.*` in the common catalogue. */
export interface RouteHandle {
  readonly title: 'home' | 'lab' | 'learn' | 'present' | 'notFound';
}

export function isRouteHandle(value: unknown): value is RouteHandle {
  return typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string';
}
