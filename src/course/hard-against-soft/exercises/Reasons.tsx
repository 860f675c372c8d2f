import { useTranslation } from 'react-i18next';
import type { MeasuredShape } from '../../exercise/curveShape';
import { ReasonChoice } from '../../exercise/ReasonChoice';
import { useProgress } from '../../progress/useProgress';
import { predict30 } from '../exercise';

/** Why did it happen: asked only of the outcome that the reasons explain. */
export function Reasons({ measured }: { readonly measured: MeasuredShape | null }) {
  const { t } = useTranslation('course');
  const add = useProgress((progress) => progress.add);
  if (measured !== predict30.explains) return <p>{t('hardAgainstSoft.predict.unexplained')}</p>;
  return (
    <ReasonChoice
      question={t('hardAgainstSoft.predict.why')}
      reasons={predict30.reasons.map(({ id, correct, see }) => ({
        id,
        correct,
        text: t(`hardAgainstSoft.reason.${id}.text`),
        why: t(`hardAgainstSoft.reason.${id}.why`),
        see: `#/lab?p=${see.preset}`,
      }))}
      onAnswer={(option, correct) =>
        add({
          slide: '4.1',
          exercise: predict30.id,
          outcome: correct ? 'right' : 'wrong',
          detail: { kind: 'answer', option },
        })
      }
    />
  );
}
