import { useWords } from '../app/language';
import { Chips } from '../design/chips';
import { Field } from '../design/field';
import type { ChainRole } from './documents';
import styles from './profile.module.css';
import { memberCountIn } from './typed-profile';
import { registryWords } from './words';

interface TextProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

interface ToldProps {
  /** Whether what is wrong is said: from the first try on. */
  readonly hasTried: boolean;
}

export function NameField({ value, onChange, hasTried }: TextProps & ToldProps) {
  const words = useWords(registryWords);
  return (
    <Field
      label={words.name}
      value={value}
      maxLength={200}
      fault={hasTried && value.trim() === '' ? words.needed : undefined}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

export function CommuneField({ value, onChange }: TextProps) {
  const words = useWords(registryWords);
  return (
    <Field label={words.commune} value={value} maxLength={200} onChange={({ target }) => onChange(target.value)} />
  );
}

export function MembersField({ value, onChange, hasTried }: TextProps & ToldProps) {
  const words = useWords(registryWords);
  return (
    <Field
      label={words.members}
      inputMode="numeric"
      value={value}
      fault={hasTried && memberCountIn(value) === undefined ? words.wrongCount : undefined}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

interface RolesProps extends ToldProps {
  readonly roles: readonly ChainRole[];
  readonly onChoose: (roles: readonly ChainRole[]) => void;
}

/** One at least. */
export function RolesField({ roles, onChoose, hasTried }: RolesProps) {
  const words = useWords(registryWords);
  const chips = Object.entries(words.role).map(([value, label]) => ({ value: value as ChainRole, label }));
  return (
    <div>
      <p className={styles.label} aria-hidden>
        {words.roles}
      </p>
      <Chips
        name="chain-role"
        label={words.roles}
        many
        chips={chips}
        chosen={roles}
        onChoose={(role) => onChoose(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role])}
      />
      {hasTried && roles.length === 0 && <p role="alert">{words.needed}</p>}
    </div>
  );
}
