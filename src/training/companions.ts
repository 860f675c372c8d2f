/** Rows that some arms need beside theta: kept with the state, so that a checkpoint holds them. */
import type { ExperimentSpec } from '../spec/experiment';

/**
 * base: theta_0 of fusions. anchor: rows to stay near. stiffness: how strongly, number by number. common: the common
 * start of meta-learning.
 */
export const COMPANIONS = ['base', 'anchor', 'stiffness', 'common'] as const;

export type Companion = (typeof COMPANIONS)[number];

/** The companions that an experiment needs, in the order in which they are kept. */
export function companionsOf(spec: Pick<ExperimentSpec, 'arms'>): readonly Companion[] {
  const events = spec.arms.flatMap((arm) => arm.timeline);
  const needed: Readonly<Record<Companion, boolean>> = {
    base: events.some((event) => event.do === 'fuse'),
    anchor: events.some((event) => event.do === 'anchor'),
    stiffness: events.some((event) => event.do === 'anchor'),
    common: spec.arms.some((arm) => arm.scheme.kind === 'meta'),
  };
  return COMPANIONS.filter((name) => needed[name]);
}
