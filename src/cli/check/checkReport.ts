/** What a check says of one preset; also what a child process tells its parent. */
import * as z from 'zod/mini';
import { presetResultSchema, type PresetResult } from '../../record/results/resultsSchema';

export interface CheckReport {
  readonly preset: string;
  readonly seconds: number;
  /** Why the training failed, in one line; `null` when it did not. */
  readonly failure: string | null;
  /** `null` after a failure. */
  readonly result: PresetResult | null;
}

const reports: z.ZodMiniType<readonly CheckReport[]> = z.array(
  z.strictObject({
    preset: z.string(),
    seconds: z.number(),
    failure: z.nullable(z.string()),
    result: z.nullable(presetResultSchema),
  }),
);

/** Reports of a child; `null` when the text holds none, because the child ended early. */
export function parseReports(text: string): readonly CheckReport[] | null {
  try {
    return reports.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
