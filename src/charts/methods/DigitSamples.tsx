import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ArmKey } from '../../ui/ArmKey';
import type { ArmMark } from '../../ui/armMark';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Select } from '../../ui/Select';
import { TaskKey } from '../../ui/TaskKey';
import { taskColor, type TaskMark } from '../../ui/taskMark';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { ChartFrame } from '../ChartFrame';
import styles from './DigitSamples.module.css';
import { PixelImage } from './PixelImage';

export interface DigitSample {
  /** Row-major brightness, 0 (paper) .. 1 (ink). */
  readonly pixels: ArrayLike<number>;
  /** True answer of every task, in words: `7`, `odd`. */
  readonly truths: readonly string[];
}

export interface DigitSamplesProps {
  readonly tasks: readonly TaskMark[];
  readonly samples: readonly DigitSample[];
  /** Pixels in a row of the images. */
  readonly columns: number;
  readonly arms: readonly ArmMark[];
  /** Answer of an arm for a task and a sample; `null` = not known yet. */
  readonly answer: (arm: string, task: number, sample: number) => string | null;
}

/** So many arms fit on one strip. */
const STRIP = 4;

/** The first test images with what the network says: a tick where it is right, a cross and the truth where it is wrong. */
export function DigitSamples({ tasks, samples, columns, arms, answer }: DigitSamplesProps) {
  const { t } = useTranslation(['methods', 'charts']);
  const [wanted, setWanted] = useState<string | null>(null);
  const arm = arms.find((candidate) => candidate.id === wanted) ?? arms.at(-1);
  const said = (task: number, sample: number): string | null => (arm ? answer(arm.id, task, sample) : null);
  const verdict = (task: number, sample: number): 'right' | 'wrong' | 'waiting' => {
    const given = said(task, sample);
    return given === null ? 'waiting' : given === samples[sample]?.truths[task] ? 'right' : 'wrong';
  };
  const known = samples.flatMap((_, s) => tasks.map((__, task) => verdict(task, s))).filter((one) => one !== 'waiting');
  const right = known.filter((one) => one === 'right').length;
  const choices = arms.map(({ id, label, kind }) => ({ value: id, label, kind }));
  const chooser = {
    label: t('methods:picture.digits.arm'),
    labelHidden: true,
    value: arm?.id ?? '',
    onChange: setWanted,
  };
  return (
    <ChartFrame
      title={t('methods:picture.digits.title')}
      summary={
        arm === undefined || known.length === 0
          ? t('charts:chart.empty')
          : t('methods:picture.digits.summary', { arm: arm.label, right, all: known.length })
      }
      table={{
        columns: [
          t('methods:picture.digits.sample'),
          ...tasks.flatMap((task) => [
            t('methods:picture.digits.truthOf', { task: task.name }),
            ...arms.map((one) => t('methods:picture.digits.saidBy', { task: task.name, arm: one.label })),
          ]),
        ],
        rows: () =>
          samples.map((sample, s) => [
            String(s + 1),
            ...tasks.flatMap((_, task) => [
              sample.truths[task] ?? '',
              ...arms.map((one) => answer(one.id, task, s) ?? '–'),
            ]),
          ]),
      }}
      controls={
        arms.length > STRIP ? (
          <Select {...chooser} choices={choices} />
        ) : (
          arms.length > 1 && <SegmentedControl {...chooser} choices={choices} />
        )
      }
      legend={
        <>
          {arm !== undefined && <ArmKey arm={arm} line={false} />}
          {tasks.map((task) => (
            <TaskKey key={task.hue} task={task} />
          ))}
          <span>{t('methods:picture.digits.how')}</span>
        </>
      }
    >
      <ul className={styles.samples}>
        {samples.map((sample, s) => (
          <li key={s} className={styles.sample}>
            <PixelImage pixels={sample.pixels} columns={columns} />
            {tasks.map((task, index) => {
              const [given, truth, is] = [said(index, s), sample.truths[index] ?? '', verdict(index, s)];
              return (
                <span key={task.hue} className={styles.answer} data-verdict={is}>
                  <span className={styles.swatch} style={{ background: taskColor(task.hue) }} aria-hidden="true" />
                  <VisuallyHidden>
                    {t(`methods:picture.digits.${is}`, { task: task.name, said: given ?? '', truth })}
                  </VisuallyHidden>
                  <span aria-hidden="true">
                    {is === 'waiting' ? truth : is === 'right' ? `${truth} ✓` : `${given ?? ''} ✗`}
                    {is === 'wrong' && <span className={styles.truth}> {truth}</span>}
                  </span>
                </span>
              );
            })}
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
