import styles from './stepper.module.css';

interface StepperProps {
  readonly label: string;
  readonly unit: string;
  readonly text: string;
  readonly less: string;
  readonly more: string;
  readonly onType: (text: string) => void;
  readonly onStep: (direction: -1 | 1) => void;
}

/** A number to type or to step to, large enough for a thumb. */
export const Stepper = ({ label, unit, text, less, more, onType, onStep }: StepperProps) => (
  <div className={styles.stepper}>
    <button type="button" aria-label={`${less}: ${label}`} onClick={() => onStep(-1)}>
      −
    </button>
    <span className={styles.number}>
      <input
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        size={Math.max(2, text.length)}
        value={text}
        onChange={({ target }) => onType(target.value)}
      />
      <small aria-hidden="true">{unit}</small>
    </span>
    <button type="button" aria-label={`${more}: ${label}`} onClick={() => onStep(1)}>
      +
    </button>
  </div>
);
