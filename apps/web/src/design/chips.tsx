import type { ReactNode } from 'react';
import styles from './chips.module.css';

export interface Chip<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

interface ChipsProps<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly chips: readonly Chip<Value>[];
  readonly chosen: readonly Value[];
  readonly onChoose: (value: Value) => void;
  /** Several may be chosen. */
  readonly many?: boolean;
  /** As wide as each other, so many in a row; three are tall, with a picture over their words. */
  readonly columns?: 3 | 4;
}

/** A few answers to choose from with a thumb. */
export function Chips<Value extends string>(props: ChipsProps<Value>) {
  const { name, label, chips, chosen, onChoose, many = false, columns } = props;
  return (
    <div
      role={many ? 'group' : 'radiogroup'}
      aria-label={label}
      className={`${styles.chips} ${columns ? styles[`columns${columns}`] : ''}`}
    >
      {chips.map((chip) => (
        <label key={chip.value} className={styles.chip}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            value={chip.value}
            checked={chosen.includes(chip.value)}
            onChange={() => onChoose(chip.value)}
          />
          <span>{chip.label}</span>
        </label>
      ))}
    </div>
  );
}
