/** An address of the page: a route with options, some of which may be left out. */
export function address(route: string, options: Readonly<Record<string, string | undefined>> = {}): string {
  const [path = '', query = ''] = route.split('?');
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(options)) if (value !== undefined) all.set(name, value);
  return `./#${path}${all.size === 0 ? '' : `?${all.toString()}`}`;
}
