/** What the knobs of one way of sharing do to the draft. Pure. */
import type { WrittenBalancing } from '../../../spec/balancingFields';
import type { DeepReadonly } from '../../../spec/deepFreeze';
import type { PresetScheme } from '../../../spec/preset';
import type { WrittenEvent } from '../../../spec/resolveTimeline';
import type { DraftExperiment } from '../labDraft';
import { uniquelyNamed } from './uniquelyNamed';

type Share = NonNullable<Extract<PresetScheme, { scheme: 'hard' }>['share']>;

export type ArmEdit =
  | { readonly knob: 'lambda'; readonly arm: number; readonly lambda: number }
  | { readonly knob: 'share'; readonly arm: number; readonly share: Share }
  /** `null`: all tasks share with each other. */
  | { readonly knob: 'groups'; readonly arm: number; readonly groups: readonly (readonly string[])[] | null }
  /** One setting of the scheme by its name; the schema says what it may be. */
  | { readonly knob: 'setting'; readonly arm: number; readonly name: string; readonly value: string | number }
  /** The scheme as a whole: one of its variants. */
  | { readonly knob: 'scheme'; readonly arm: number; readonly scheme: PresetScheme }
  | { readonly knob: 'balancing'; readonly arm: number; readonly balancing: DeepReadonly<WrittenBalancing> }
  /** `null`: as all. */
  | { readonly knob: 'armRate'; readonly arm: number; readonly learningRate: number | null }
  | { readonly knob: 'armWidth'; readonly arm: number; readonly width: number | null }
  | { readonly knob: 'armWeights'; readonly arm: number; readonly weights: readonly number[] | null }
  | { readonly knob: 'timeline'; readonly arm: number; readonly events: readonly DeepReadonly<WrittenEvent>[] };

/** The scheme without one of its keys. */
function without(
  scheme: PresetScheme,
  key: 'learningRate' | 'width' | 'taskWeights' | 'balancing' | 'timeline',
): PresetScheme {
  const { [key]: _gone, ...rest } = scheme;
  return rest;
}

function changed(scheme: PresetScheme, edit: ArmEdit): PresetScheme {
  switch (edit.knob) {
    case 'lambda':
      return scheme.scheme === 'soft' ? { ...scheme, lambda: edit.lambda } : scheme;
    case 'share':
      return scheme.scheme === 'hard' ? { ...scheme, share: edit.share } : scheme;
    case 'groups': {
      if (scheme.scheme !== 'hard') return scheme;
      const { groups: _before, ...together } = scheme;
      return edit.groups === null ? together : { ...together, groups: edit.groups };
    }
    case 'setting':
      return { ...scheme, [edit.name]: edit.value };
    case 'scheme':
      return edit.scheme;
    case 'balancing':
      return edit.balancing.kind === 'static' ? without(scheme, 'balancing') : { ...scheme, balancing: edit.balancing };
    case 'armRate':
      return edit.learningRate === null
        ? without(scheme, 'learningRate')
        : { ...scheme, learningRate: edit.learningRate };
    case 'armWidth':
      return edit.width === null ? without(scheme, 'width') : { ...scheme, width: edit.width };
    case 'armWeights':
      return edit.weights === null ? without(scheme, 'taskWeights') : { ...scheme, taskWeights: edit.weights };
    case 'timeline':
      return edit.events.length === 0 ? without(scheme, 'timeline') : { ...scheme, timeline: edit.events };
  }
}

/** A name given by hand said what the arm was; it goes with the first change that makes the arm another one. */
const KEEPS_NAME: readonly ArmEdit['knob'][] = ['armRate', 'armWeights'];

export function armEdited(experiment: DraftExperiment, edit: ArmEdit): DraftExperiment {
  const schemes = experiment.schemes.map((scheme, arm): PresetScheme => {
    if (arm !== edit.arm) return scheme;
    const next = changed(scheme, edit);
    if (KEEPS_NAME.includes(edit.knob)) return next;
    const { id: _id, label: _label, ...unnamed } = next;
    return unnamed;
  });
  return uniquelyNamed({ ...experiment, schemes });
}
