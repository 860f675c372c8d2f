import type { CourseSlide } from './courseSlide';
import { hardAgainstSoft } from './hard-against-soft/slide';
import type { SlideId } from './slideId';

/** The slides that exist, in the order of the course. Navigation lists these and no others. */
const built = [hardAgainstSoft] as const satisfies readonly CourseSlide[];

export type BuiltSlide = (typeof built)[number];

export const builtSlides: readonly BuiltSlide[] = built;

/** The built slide `by` places further on, `null` past the ends. */
export function neighbour(id: SlideId, by: 1 | -1): BuiltSlide | null {
  return builtSlides[builtSlides.findIndex((slide) => matches(slide, id)) + by] ?? null;
}

/** `null` for an id that is unknown or has no page yet. */
export function findSlide(id: string): BuiltSlide | null {
  return builtSlides.find((slide) => matches(slide, id)) ?? null;
}

/** Ids are compared as what they are in an address: text. */
function matches(slide: CourseSlide, id: string): boolean {
  return slide.id === id;
}
