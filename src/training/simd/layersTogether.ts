/** Which part of a hard-shared network is computed once for all its tasks. */
import type { TowerPlan } from '../../fused/towerPlan';
import type { ArmSpec } from '../../spec/experiment';
import type { TimelineEvent } from '../../spec/timeline';
import type { RowRule } from '../../sharing/rowRule';
import type { CohortData } from '../cohortData';
import type { RowSettings } from '../fusedTables/rowSettings';
import type { SimdFeed } from './simdFeed';

/**
 * How many layers the tasks of a network compute alike: the tied ones, where all tasks look at the same rows of inputs with
 * the same numbers. 0 = each tower by itself. Decided by the network's own settings, balancing and timeline, not by those of
 * others: a network's numbers do not depend on its company.
 * @param dataRows of the tasks
 */
export function layersTogether(
  data: CohortData,
  tower: TowerPlan,
  feed: SimdFeed,
  lane: number,
  rule: RowRule,
  settings: readonly RowSettings[],
  dataRows: readonly number[],
): number {
  const { arms, seeds } = data.spec;
  const within = rule.tiedLayers > 0 && rule.tiedLayers < tower.layers.length && rule.groups === null;
  if (!within) return 0;
  const arm = arms[Math.floor(lane / seeds.length) % arms.length];
  if (!arm || arm.balancing.kind !== 'static' || mayPart(arm)) return 0;
  const sameRows =
    settings.every((row) => row.used === settings[0]?.used) &&
    dataRows.every((u) => feed.sharesInputs(u, dataRows[0] ?? 0));
  return sameRows ? rule.tiedLayers : 0;
}

/**
 * Whether tied rows may ever differ: where rows stay near anchors of their own, or are changed one by one after they were
 * tied. It follows from the arm alone: were it read off the numbers, a resumed run might decide otherwise.
 */
function mayPart({ scheme, timeline }: ArmSpec): boolean {
  const events = timeline.toSorted((a, b) => a.at - b.at);
  const tiedBy =
    scheme.kind === 'hard' ? -1 : events.findIndex((event) => event.do === 'scheme' && event.scheme.kind === 'hard');
  return events.some((event, index) => event.do === 'anchor' || (index > tiedBy && PARTING.includes(event.do)));
}

const PARTING: readonly TimelineEvent['do'][] = ['fuse', 'prune', 'quantise'];
