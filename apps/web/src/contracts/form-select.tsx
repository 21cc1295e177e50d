import { useWords } from '../app/language';
import { Select } from '../design/select';
import type { Contract } from './documents';
import { contractWords } from './words';

interface FormSelectProps {
  readonly form: Contract['form'];
  readonly onChoose: (form: Contract['form']) => void;
}

/** The seven forms of linkage, and the sale that is none. */
export function FormSelect({ form, onChoose }: FormSelectProps) {
  const words = useWords(contractWords);
  return (
    <Select
      label={`${words.formLabel}. ${words.formHint}`}
      value={form}
      onChange={(chosen) => onChoose(chosen as Contract['form'])}
      options={Object.entries(words.form).map(([value, label]) => ({ value, label }))}
    />
  );
}
