import type { KnobValues, PresentKnob } from '../../course/courseSlide';

/** Positions of the knobs, one index into `values` per knob. */
export type KnobPlaces = readonly number[];

export function startPlaces(knobs: readonly PresentKnob<string>[]): KnobPlaces {
  return knobs.map((knob) => knob.start);
}

/** One knob turned on, around its end; others and unknown knobs stay as they are. */
export function turn(knobs: readonly PresentKnob<string>[], places: KnobPlaces, index: number, by: 1 | -1): KnobPlaces {
  const count = knobs[index]?.values.length ?? 0;
  if (count === 0) return places;
  return places.map((place, at) => (at === index ? (place + by + count) % count : place));
}

export function knobValues(knobs: readonly PresentKnob<string>[], places: KnobPlaces): KnobValues {
  return Object.fromEntries(
    knobs.flatMap((knob, index) => {
      const value = knob.values[places[index] ?? knob.start];
      return value === undefined ? [] : [[knob.id, value]];
    }),
  );
}
