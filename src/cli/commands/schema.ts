import * as z from 'zod/mini';
import { presetSchema } from '../../spec/preset';
import type { CliContext, ExitCode } from '../context';

/** JSON Schema of presets: what an editor needs to complete and check them. */
export function schema({ terminal }: CliContext): ExitCode {
  terminal.out(`${JSON.stringify(z.toJSONSchema(presetSchema, { io: 'input' }), null, 2)}\n`);
  return 0;
}
