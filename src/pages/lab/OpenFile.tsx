import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../spec/limits';
import { parsePreset } from '../../spec/parsePreset';
import type { Preset } from '../../spec/preset';
import type { SpecProblem } from '../../spec/specProblem';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemList } from './ProblemList';

/** A preset from the reader's own disk; refused whole, with every problem by place. */
export function OpenFile({ onOpen }: { readonly onOpen: (preset: Preset) => void }) {
  const { t } = useTranslation('lab');
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly SpecProblem[]>([]);

  async function read(file: File): Promise<void> {
    // A giant is refused by its size alone, before it is read.
    const parsing =
      file.size > LIMITS.fileBytes.max
        ? {
            ok: false as const,
            problems: [
              { path: [], code: 'file-too-large' as const, params: { found: file.size, max: LIMITS.fileBytes.max } },
            ],
          }
        : parsePreset(await file.text());
    if (parsing.ok) onOpen(parsing.preset);
    else setProblems(parsing.problems);
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again after it was mended.
          event.target.value = '';
          if (file !== undefined) void read(file);
        }}
      />
      <Button kind="quiet" onClick={() => input.current?.click()}>
        {t('preset.open')}
      </Button>
      <Dialog open={problems.length > 0} onClose={() => setProblems([])} title={t('badLink.title')}>
        <p>{t('badLink.lead')}</p>
        <ProblemList problems={problems} />
      </Dialog>
    </>
  );
}
