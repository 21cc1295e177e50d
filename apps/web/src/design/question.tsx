import type { ReactNode } from 'react';
import { Icon } from './icon';
import styles from './question.module.css';

interface QuestionProps {
  readonly title: string;
  /** A unit, or that it may be left out. */
  readonly aside?: string;
  /** What a screen reader says of the tick; no tick without it. */
  readonly done?: string | false;
  readonly fault?: string | undefined;
  readonly id: string;
  readonly children: ReactNode;
}

/** One question of a form, on a card, with its fault beside it. */
export const Question = ({ title, aside, done, fault, id, children }: QuestionProps) => (
  <fieldset id={id} className={styles.question} aria-describedby={fault ? `${id}-fault` : undefined} tabIndex={-1}>
    <legend className={styles.legend}>
      <span>{title}</span>
      {aside && <small>{aside}</small>}
      {done && (
        <span className={styles.done} role="img" aria-label={done}>
          <Icon name="check" size={20} />
        </span>
      )}
    </legend>
    {children}
    {fault && (
      <p id={`${id}-fault`} className={styles.fault}>
        {fault}
      </p>
    )}
  </fieldset>
);
