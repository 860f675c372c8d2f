import { describe, expect, it } from 'vitest';
import { knobValues, startPlaces, turn } from './knobState';

const knobs = [
  { id: 'angle', views: ['figure'], values: [0, 30, 90], start: 1, effect: 'live' },
  { id: 'quantity', views: ['figure'], values: ['gain', 'error'], start: 0, effect: 'live' },
] as const;

describe('knobs of a presented slide', () => {
  it('start where the slide says', () => {
    expect(knobValues(knobs, startPlaces(knobs))).toEqual({ angle: 30, quantity: 'gain' });
  });

  it('go round in both directions', () => {
    const once = turn(knobs, startPlaces(knobs), 0, 1);
    expect(knobValues(knobs, once)).toEqual({ angle: 90, quantity: 'gain' });
    expect(knobValues(knobs, turn(knobs, once, 0, 1))['angle']).toBe(0);
    expect(knobValues(knobs, turn(knobs, startPlaces(knobs), 1, -1))['quantity']).toBe('error');
  });

  it('leave everything alone when there is no such knob', () => {
    expect(turn(knobs, startPlaces(knobs), 7, 1)).toEqual([1, 0]);
  });
});
