import { useTranslation } from 'react-i18next';
import { presetById, presetIds, type PresetId } from '../../presets';
import type { Preset } from '../../spec/preset';
import { Button } from '../../ui/Button';
import { Disclosure } from '../../ui/Disclosure';
import { Select } from '../../ui/Select';
import { useLab, useLabState } from './LabContext';
import { OpenFile } from './OpenFile';
import styles from './PresetPicker.module.css';

export interface PresetPickerProps {
  /** Id of the built-in preset, or where else the preset came from. */
  readonly source: PresetId | 'link' | 'file';
  readonly onChoose: (id: PresetId) => void;
  readonly onOpen: (preset: Preset) => void;
}

/** Which preset is on the desk, what it claims, where to look, and the way back to it. */
export function PresetPicker({ source, onChoose, onOpen }: PresetPickerProps) {
  const { t, i18n } = useTranslation('lab');
  const { lab } = useLab();
  const draft = useLabState((state) => state.draft);
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
  const { title, claim, lookAt, teacherNotes } = draft.preset;
  const builtIn = presetIds.map((id) => ({ value: id, label: presetById(id).title[language] }));
  const own = {
    value: source as string,
    label: `${t(source === 'file' ? 'preset.file' : 'preset.link')}: ${title[language]}`,
  };
  const changed = draft.experiment !== draft.original;
  return (
    <section className={styles.picker}>
      <Select
        label={t('preset.label')}
        labelHidden
        value={source}
        choices={source === 'link' || source === 'file' ? [own, ...builtIn] : builtIn}
        onChange={(value) => {
          const id = presetIds.find((each) => each === value);
          if (id !== undefined) onChoose(id);
        }}
      />
      <p>{claim[language]}</p>
      <div className={styles.more}>
        <Disclosure summary={t('preset.lookAt')}>{lookAt[language]}</Disclosure>
        {teacherNotes !== undefined && <Disclosure summary={t('preset.notes')}>{teacherNotes[language]}</Disclosure>}
      </div>
      <div className={styles.row}>
        <OpenFile onOpen={onOpen} />
        {changed && (
          <span>
            {t('preset.changed')}{' '}
            <Button kind="quiet" onClick={() => lab.restore()}>
              {t('preset.restore')}
            </Button>
          </span>
        )}
      </div>
    </section>
  );
}
