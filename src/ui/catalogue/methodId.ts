/** All methods by one name: the group that they belong to, a dot, and the name in it, e.g. `balancing.pcgrad`. */
import { BALANCING_FACTS, type BalancingName } from './balancingFacts';
import type { BalancingFacts, MethodFacts } from './methodFacts';
import {
  FUSION_FACTS,
  SCHEDULE_FACTS,
  TIMELINE_FACTS,
  type FusionName,
  type ScheduleName,
  type TimelineName,
} from './practiceFacts';
import { SCHEME_FACTS, type SchemeMethod } from './schemeFacts';

export type BalancingId = `balancing.${BalancingName}`;

export type MethodId =
  | `scheme.${SchemeMethod}`
  | BalancingId
  | `fusion.${FusionName}`
  | `timeline.${TimelineName}`
  | `schedule.${ScheduleName}`;

export type MethodGroup = 'scheme' | 'balancing' | 'fusion' | 'timeline' | 'schedule';

const FACTS: Readonly<Record<MethodGroup, Readonly<Record<string, MethodFacts>>>> = {
  scheme: SCHEME_FACTS,
  balancing: BALANCING_FACTS,
  fusion: FUSION_FACTS,
  timeline: TIMELINE_FACTS,
  schedule: SCHEDULE_FACTS,
};

const GROUPS: readonly string[] = Object.keys(FACTS) satisfies readonly string[];

function isGroup(word: string): word is MethodGroup {
  return GROUPS.includes(word);
}

/** @throws RangeError for a name that is in no group. */
export function groupOf(id: MethodId): MethodGroup {
  const group = id.slice(0, id.indexOf('.'));
  if (!isGroup(group)) throw new RangeError(`no method ${id}`);
  return group;
}

/** @throws RangeError for a name that is in no group. */
export function factsOf(id: MethodId): MethodFacts {
  const group = groupOf(id);
  const facts = FACTS[group][id.slice(group.length + 1)];
  if (facts === undefined) throw new RangeError(`no method ${id}`);
  return facts;
}

/** What a balancing method looks at in each step. @throws RangeError for a method that is not there. */
export function needOf(id: BalancingId): BalancingFacts['need'] {
  const needs: Readonly<Record<string, BalancingFacts>> = BALANCING_FACTS;
  const facts = needs[id.slice(id.indexOf('.') + 1)];
  if (facts === undefined) throw new RangeError(`no method ${id}`);
  return facts.need;
}

/** Every method, group by group, in the order in which a menu offers them. */
export function allMethods(): readonly MethodId[] {
  const names = (group: MethodGroup): readonly string[] => Object.keys(FACTS[group]).map((name) => `${group}.${name}`);
  return GROUPS.filter(isGroup).flatMap(names).filter(isMethod);
}

function isMethod(word: string): word is MethodId {
  const dot = word.indexOf('.');
  const group = word.slice(0, dot);
  return isGroup(group) && Object.hasOwn(FACTS[group], word.slice(dot + 1));
}
