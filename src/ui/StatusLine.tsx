import { useEffect, useRef, useState } from 'react';
import { browserClock, createAnnouncer, type Announcer } from './announcer';
import type { StatusLineProps } from './controlProps';
import styles from './StatusLine.module.css';
import { VisuallyHidden } from './VisuallyHidden';

/** What is going on, in one sentence: seen at once, spoken politely and rarely. */
export function StatusLine({ message, interval = 5000, urgent = false, hidden = false }: StatusLineProps) {
  const [spoken, setSpoken] = useState('');
  const announcer = useRef<Announcer | null>(null);
  useEffect(() => {
    const made = createAnnouncer(interval, setSpoken, browserClock);
    announcer.current = made;
    return () => {
      made.dispose();
    };
  }, [interval]);
  useEffect(() => {
    announcer.current?.say(message, urgent);
  }, [message, urgent]);
  return (
    <div className={styles.line}>
      {!hidden && <span aria-hidden="true">{message}</span>}
      <VisuallyHidden>
        <span role="status">{spoken}</span>
      </VisuallyHidden>
    </div>
  );
}
