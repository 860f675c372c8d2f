/** More threads than this gain little on the machines of a classroom, and each holds the engine once more. */
const MOST = 4;

/** Workers that a run is spread over at most. @param cores as the platform tells them; anything but a number >= 2 means one */
export function shardCount(cores: number | undefined): number {
  return cores !== undefined && cores >= 2 ? Math.min(MOST, Math.floor(cores)) : 1;
}
