/** The form of a preset for editors and other programs. What only `parsePreset` can check (sizes, fitting) is not in it. */
import * as z from 'zod/mini';
import { presetSchema } from './preset';

/** JSON Schema (draft 2020-12), with an explanation for each field. */
export function presetJsonSchema(): Readonly<Record<string, unknown>> {
  return { title: 'ShareLab preset', ...z.toJSONSchema(presetSchema, { io: 'input', target: 'draft-2020-12' }) };
}
