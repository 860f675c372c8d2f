import { useTranslation } from 'react-i18next';
import { SOURCE_FACTS, type SourceKnobId } from '../../../ui/catalogue/sourceFacts';
import type sources from '../../../i18n/locales/en/sources.json';
import { useLab, useLabState } from '../LabContext';
import { SettingKnob } from '../SettingKnob';
import { isMeant, RARE, sourceControl } from './sourceControls';

type Option = keyof (typeof sources)['option'];

/** Settings per task have one knob for each; they are made elsewhere. */
const PER_TASK: readonly string[] = ['labelled', 'start'];

/** The knobs of a source that are one number or one word each: its own and no others. @param rare the ones turned less often */
export function SourceKnobs({ rare }: { readonly rare: boolean }) {
  const { t } = useTranslation('sources');
  const { lab } = useLab();
  const tasks = useLabState((state) => state.draft.experiment.tasks);
  const original = useLabState((state) => state.draft.original.tasks);
  const swept = useLabState((state) => state.draft.experiment.sweep?.over);
  const knobs: Readonly<Record<string, SourceKnobId | undefined>> = SOURCE_FACTS[tasks.source].knobs;
  const values: Readonly<Record<string, unknown>> = { ...tasks };
  const before: Readonly<Record<string, unknown>> = original.source === tasks.source ? { ...original } : {};
  const word = (option: string): string => {
    if (option === '1' || option === '-1') return option === '1' ? '+1' : '−1';
    return t(`option.${option as Option}`);
  };
  return Object.entries(knobs).map(([name, knob]) => {
    if (knob === undefined || PER_TASK.includes(name) || RARE.includes(name) !== rare || name === swept) return null;
    const control = sourceControl(tasks.source, knob);
    const value = common(values[name]);
    if (control === null || value === undefined || !isMeant(tasks, name)) return null;
    // Rows of each task have a knob each.
    if (name === 'samples' && Array.isArray(values[name])) return null;
    const put = (next: unknown): void => {
      if (tasks.source === 'digits' && name === 'images') {
        // Other questions, with other numbers of rows.
        lab.edit({ knob: 'source', tasks: { source: 'digits', images: next === 'single' ? 'single' : 'pair' } });
      } else lab.edit({ knob: 'tasks', change: { [name]: name === 'sign' ? Number(next) : next } });
    };
    const changed = before[name] !== undefined && JSON.stringify(before[name]) !== JSON.stringify(values[name]);
    return (
      <SettingKnob
        key={name}
        label={t(`knob.${knob}.label`)}
        help={t(`knob.${knob}.help`)}
        control={control}
        value={value}
        word={word}
        path={['experiment', 'tasks', name]}
        onChange={put}
        onReset={changed ? () => put(before[name]) : null}
      />
    );
  });
}

/** Of a word that each task may have for itself: the word, if it is the same for all, else the first. */
function common(value: unknown): unknown {
  return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : value;
}
