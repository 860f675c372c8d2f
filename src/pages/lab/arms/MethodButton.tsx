import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import type { MethodId } from '../../../ui/catalogue/methodId';
import { Dialog } from '../../../ui/Dialog';

const MethodCard = lazy(async () => ({ default: (await import('../../../ui/MethodCard')).MethodCard }));

export interface MethodButtonProps {
  readonly methods: readonly MethodId[];
  /** What the methods belong to. */
  readonly title: string;
}

/** Formula, meaning, cost and source of what is chosen; fetched when it is asked for. */
export function MethodButton({ methods, title }: MethodButtonProps) {
  const { t } = useTranslation('lab');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)} label={`${t('arms.formula')}: ${title}`}>
        {t('arms.formula')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        <Suspense fallback={<p role="status">{t('arms.fetching')}</p>}>
          {methods.map((method) => (
            <MethodCard key={method} method={method} />
          ))}
        </Suspense>
      </Dialog>
    </>
  );
}
