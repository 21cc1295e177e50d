import { useWords } from '../app/language';
import { Field } from '../design/field';
import { identityWords } from './words';

interface LoginFieldProps {
  readonly hint?: string;
  readonly value: string;
  readonly autoComplete: 'username' | 'off';
  readonly onChange: (login: string) => void;
}

/** A telephone number or an e-mail address. */
export function LoginField({ hint, value, autoComplete, onChange }: LoginFieldProps) {
  const words = useWords(identityWords);
  return (
    <Field
      label={words.login}
      hint={hint}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      autoComplete={autoComplete}
      autoCapitalize="none"
      inputMode="email"
      required
    />
  );
}
