import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodId } from './catalogue/methodId';
import styles from './FormulaBox.module.css';
import { useElementSize } from './useElementSize';
import { VisuallyHidden } from './VisuallyHidden';

const FormulaMath = lazy(() => import('./FormulaMath').then((module) => ({ default: module.FormulaMath })));

/** A method's formula on a line of its own. Where it is too wide it scrolls, and only then the keyboard stops at it. */
export function FormulaBox({ method }: { readonly method: MethodId }) {
  const { t } = useTranslation('methods');
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLSpanElement>(null);
  const { width } = useElementSize(box);
  const inner = useElementSize(content);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (element.scrollWidth > element.clientWidth) element.setAttribute('tabindex', '0');
    else element.removeAttribute('tabindex');
  }, [width, inner]);
  return (
    <div ref={box} className={styles.box} role="group" aria-label={t('card.formula')}>
      <span ref={content} className={styles.content}>
        <Suspense fallback={<VisuallyHidden>{t('card.loading')}</VisuallyHidden>}>
          <FormulaMath method={method} />
        </Suspense>
      </span>
    </div>
  );
}
