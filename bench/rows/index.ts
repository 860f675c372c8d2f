import type { BenchPart } from '../part';
import { cohort } from './cohort';
import { frames } from './frames';
import { graphics } from './graphics';
import { headline } from './headline';
import { shapes } from './shapes';
import { steps } from './steps';

/** In the order in which they are measured. */
export const PARTS: readonly BenchPart[] = [steps, headline, graphics, frames, cohort, shapes];
