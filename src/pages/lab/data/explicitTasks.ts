import { checkTasks } from '../../../spec/checks/checkTasks';
import type { PresetTasks } from '../../../spec/preset';
import { resolveTasks } from '../../../spec/resolveTasks';

/**
 * A source with every default written out, so that a knob shows what is trained. A table's knobs are its numbers: there is
 * nothing to write out. Faulty settings are left as they are, to be told.
 */
export function explicitTasks(tasks: PresetTasks): PresetTasks {
  if (tasks.source === 'table' || checkTasks({ tasks }).length > 0) return tasks;
  const resolved = resolveTasks(tasks);
  return resolved.source === 'table' ? tasks : resolved;
}
