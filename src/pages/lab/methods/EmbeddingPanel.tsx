import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { embeddingArms, embeddingView } from '../../../charts/fromRecord/methods/embeddingView';
import { EmbeddingMap } from '../../../charts/methods/EmbeddingMap';
import type { TextSource } from '../../../spec/sources/text';
import { ENTITY_TAGS, TEXT_TOPICS } from '../../../tasks/textVocabulary';
import { ArmChoice } from './ArmChoice';
import styles from './MethodPanels.module.css';
import type { PanelProps } from './panelProps';
import { useOneArm } from './useOneArm';

const TOPICS = ['weather', 'food', 'sport', 'health'] as const;

/** The word table of one network as a map, marked by what each task wants to know of the words. */
export function EmbeddingPanel({ record, marks, point, evaluation }: PanelProps) {
  const { t, i18n } = useTranslation(['lab', 'sources']);
  const language = i18n.language.startsWith('zh') ? 'zh-CN' : 'en';
  const source = record.spec.points[point]?.tasks;
  const offered = useMemo(() => embeddingArms(record, point, evaluation), [record, point, evaluation]);
  const arm = useOneArm(record, offered);
  const view = useMemo(
    () => (arm === null ? null : embeddingView(record, { point, arm, evaluation }, language)),
    [record, point, arm, evaluation, language],
  );
  const topics = (meaning: TextSource['meaning']): readonly string[] =>
    TEXT_TOPICS.map((id, index) => {
      const topic = TOPICS.find((known) => known === id);
      // Drawn meanings give the clusters topics that have no names.
      return meaning === 'drawn' || topic === undefined
        ? t('lab:panels.topic', { number: index + 1 })
        : t(`sources:class.topic.${topic}`);
    });
  if (arm === null || view === null || source?.source !== 'text') return null;
  const classes = [
    topics(source.meaning),
    [t('sources:class.sentiment.pleasant'), t('sources:class.sentiment.unpleasant')],
    ENTITY_TAGS.map((tag) => t(`sources:class.entity.${tag}`)),
  ];
  return (
    <div className={styles.panel}>
      <ArmChoice marks={marks} offered={offered} arm={arm} />
      <EmbeddingMap
        words={view.words}
        tasks={marks.tasks.map((task, index) => ({ ...task, classes: classes[index] ?? [] }))}
        explained={view.explained}
        near={view.near}
      />
    </div>
  );
}
