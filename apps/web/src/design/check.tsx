import styles from './check.module.css';

interface CheckProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onCheck: (isChecked: boolean) => void;
}

/** Yes or no, as wide as a thumb. */
export const Check = ({ label, isChecked, isDisabled = false, onCheck }: CheckProps) => (
  <label className={styles.check}>
    <input
      type="checkbox"
      checked={isChecked}
      disabled={isDisabled}
      onChange={({ target }) => onCheck(target.checked)}
    />
    {label}
  </label>
);
