import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { decodePresetLink } from '../../export/presetLink';
import { presetById } from '../../presets';
import type { PresetParsing } from '../../spec/parsePreset';
import type { Preset } from '../../spec/preset';
import type { BackendName } from '../../training/events';
import { BadLink } from './BadLink';
import { LabDesk } from './LabDesk';
import { presetFromAddress, withPreset } from './presetFromAddress';

/** A link being unpacked, by what it holds. */
interface Unpacked {
  readonly packed: string;
  readonly parsing: PresetParsing;
}

export interface LabPageProps {
  /** Forced by the address. */
  readonly backend: BackendName | null;
  /** Force none any more. */
  readonly onLetPageChoose: () => void;
}

/** `#/lab`, `#/lab?p=<preset>`, `#/lab?x=<codec>:<payload>`. */
export function LabPage({ backend, onLetPageChoose }: LabPageProps) {
  const { t } = useTranslation('lab');
  const [query, setQuery] = useSearchParams();
  const [unpacked, setUnpacked] = useState<Unpacked | null>(null);
  const [opened, setOpened] = useState<{ readonly preset: Preset; readonly query: string } | null>(null);
  const addressed = presetFromAddress(query);
  const packed = addressed.kind === 'link' ? addressed.packed : null;

  useEffect(() => {
    if (packed === null) return;
    let gone = false;
    void decodePresetLink(packed).then((parsing) => {
      if (!gone) setUnpacked({ packed, parsing });
    });
    return () => {
      gone = true;
    };
  }, [packed]);

  const shared = {
    backend,
    onLetPageChoose,
    onChoose: (id: Parameters<typeof withPreset>[1]) => {
      setOpened(null);
      setQuery(withPreset(query, id));
    },
    onOpen: (preset: Preset) => setOpened({ preset, query: query.toString() }),
  };

  // A file counts until the address changes.
  if (opened !== null && opened.query === query.toString()) {
    const key = `file ${JSON.stringify(opened.preset)} ${backend ?? ''}`;
    return <LabDesk key={key} {...shared} preset={opened.preset} source="file" />;
  }
  if (addressed.kind === 'unknown') return <BadLink unknown={addressed.id} problems={[]} />;
  if (addressed.kind === 'built-in') {
    const key = `${addressed.id} ${backend ?? ''}`;
    return <LabDesk key={key} {...shared} preset={presetById(addressed.id)} source={addressed.id} />;
  }
  if (unpacked === null || unpacked.packed !== packed) return <p role="status">{t('loading')}</p>;
  if (!unpacked.parsing.ok) return <BadLink unknown={null} problems={unpacked.parsing.problems} />;
  return (
    <LabDesk key={`${unpacked.packed} ${backend ?? ''}`} {...shared} preset={unpacked.parsing.preset} source="link" />
  );
}
