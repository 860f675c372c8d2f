/**
 * A preset: an experiment in its author's words, with what it claims and where to look. A file, a link, or built in.
 * It says only what matters; `resolve` fills in the rest. Unknown keys are refused, so that a typing error is not
 * silently a default.
 */
import * as z from 'zod/mini';
import { checkField } from './checkFields';
import type { DeepReadonly } from './deepFreeze';
import { choice, exactly, identifier, list, number, record, text } from './fields';
import type { LimitName } from './limits';
import { schemeField } from './schemeFields';
import { sweepField, tasksField } from './taskFields';
import { evaluationField, modelField, seedsField, trainingField } from './trainingFields';

/** Slides of the course; the addresses are `#/learn/<slide>`. */
export const SLIDES = [
  ...['1.1', '1.2', '2.1', '2.2', '3.1', '3.2', '4.1', '5.1', '5.2', '6.1', '6.2', '7.1', '7.2', '8.1', '8.2'],
  ...['summary', 'references', 'discussion'],
] as const;

const bilingual = (limit: LimitName, about: string) =>
  record({ 'zh-CN': text(limit, 'Chinese.'), en: text(limit, 'English.') }, about);

export const experimentSchema = record(
  {
    tasks: tasksField,
    sweep: z.exactOptional(sweepField),
    schemes: z.exactOptional(list(schemeField, 'arms', 'Default: alone, hard, and soft with lambda 0.01.')),
    seeds: z.exactOptional(seedsField),
    model: z.exactOptional(modelField),
    training: z.exactOptional(trainingField),
    evaluation: z.exactOptional(evaluationField),
  },
  'What is trained.',
);

export const presetSchema = record(
  {
    $schema: z.exactOptional(text('schemaAddress', 'For editors; ignored.')),
    version: exactly(1),
    id: identifier('Used in addresses, e.g. phase-diagram.'),
    title: bilingual('title', 'A few words.'),
    claim: bilingual('claim', 'What the run is to show, in one sentence.'),
    lookAt: bilingual('lookAt', 'Where to look while it runs.'),
    slide: z.exactOptional(choice(SLIDES, 'The slide it belongs to.')),
    experiment: experimentSchema,
    teacherNotes: z.exactOptional(bilingual('teacherNotes', 'For the instructor: what to ask, what goes wrong.')),
    verdict: z.exactOptional(
      choice(
        ['holds', 'conditional', 'fails'],
        'What its author found of the claim; the checks prove just that. Default: holds.',
      ),
    ),
    check: z.exactOptional(list(checkField, 'checks', 'What must come out for the verdict to stand.')),
    quick: z.exactOptional(
      record(
        {
          seeds: z.exactOptional(number('seeds', 'Default: 6, or all if there are fewer.')),
          steps: z.exactOptional(number('steps', 'Default: all.')),
        },
        'A shorter training, enough to find what is plainly wrong.',
      ),
    ),
  },
  'A preset of the lab.',
);

export type Preset = DeepReadonly<z.output<typeof presetSchema>>;
export type PresetExperiment = Preset['experiment'];
export type PresetTasks = PresetExperiment['tasks'];
export type PresetSweep = NonNullable<PresetExperiment['sweep']>;
export type PresetScheme = NonNullable<PresetExperiment['schemes']>[number];
