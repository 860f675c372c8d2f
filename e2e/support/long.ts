/** Details of tests that `npm run e2e:long` alone runs: what they show is shown in part by others, and they are slow. */
export const onlyLong = { tag: '@long' };

/** The same, unless a test is the one of several alike that runs with every change. */
export const longUnless = (chosen: boolean): { readonly tag: string[] } => ({ tag: chosen ? [] : ['@long'] });
