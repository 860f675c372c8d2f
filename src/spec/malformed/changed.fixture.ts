/** Complete presets with one thing changed. */
import { anglePreset, penguinsPreset, tablePreset } from '../presets.fixture';

type Loose = Record<string, unknown> & { experiment: Record<string, unknown> };

/** The angle preset with one thing changed, by a function on a loosely typed copy. */
export function angle(change: (preset: Loose) => unknown): object {
  const preset: Loose = { ...anglePreset, experiment: { ...anglePreset.experiment } };
  change(preset);
  return preset;
}

/** The angle preset with parts of its experiment replaced; without checks, which would complain as well. */
export function experiment(changes: Readonly<Record<string, unknown>>): object {
  return angle((preset) => {
    delete preset['check'];
    Object.assign(preset.experiment, changes);
  });
}

export function tasks(changes: Readonly<Record<string, unknown>>): object {
  return experiment({ tasks: { ...anglePreset.experiment.tasks, ...changes } });
}

export function training(changes: Readonly<Record<string, unknown>>): object {
  return experiment({ training: { ...anglePreset.experiment.training, ...changes } });
}

export function schemes(...list: readonly unknown[]): object {
  return experiment({ schemes: list });
}

export function penguins(changes: Readonly<Record<string, unknown>>): object {
  return { ...penguinsPreset, experiment: { ...penguinsPreset.experiment, ...changes } };
}

export function table(changes: Readonly<Record<string, unknown>>): object {
  return {
    ...tablePreset,
    experiment: { ...tablePreset.experiment, tasks: { ...tablePreset.experiment.tasks, ...changes } },
  };
}

export function tableTask(index: number, changes: Readonly<Record<string, unknown>>): object {
  return table({
    tasks: tablePreset.experiment.tasks.tasks.map((task, at) => (at === index ? { ...task, ...changes } : task)),
  });
}

export function check(...list: readonly unknown[]): object {
  return angle((preset) => {
    preset['check'] = list;
  });
}
