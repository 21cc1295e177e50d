import { useId } from 'react';
import styles from './pill-select.module.css';

interface PillSelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  /** Another than what stands there by itself. */
  readonly isChosen?: boolean;
}

/** A filter: what it is and what was chosen in one line, as wide as these; the list is the device's own. */
export function PillSelect({ label, value, options, onChange, isChosen = false }: PillSelectProps) {
  const id = useId();
  const chosen = options.find((option) => option.value === value);
  return (
    <span className={`${styles.pill} ${isChosen ? styles.chosen : ''}`}>
      <label htmlFor={id}>{label}</label>
      <strong aria-hidden="true">{chosen?.label}</strong>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        <path d="M2 3.5 5 6.5 8 3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
