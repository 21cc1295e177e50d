import { useLanguage } from '../app/language';
import { nameIn } from '../app/names';
import { Chips } from './chips';
import { Select } from './select';

interface SeveralProps {
  readonly label: string;
  /** What choosing none says. */
  readonly all: string;
  readonly another: string;
  /** What the chosen ones are called together. */
  readonly chosenLabel: string;
  readonly offered: readonly { readonly code: string; readonly nameVi: string; readonly nameEn: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** Some of many, picked one by one; those picked stand below, each to be taken out again. */
export function Several({ label, all, another, chosenLabel, offered, chosen, onChange }: SeveralProps) {
  const { language } = useLanguage();
  const named = offered
    .map((one) => ({ value: one.code, label: nameIn(language, one) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  const left = named.filter(({ value }) => !chosen.includes(value));
  return (
    <>
      <Select
        label={label}
        value=""
        onChange={(code) => onChange([...chosen, code])}
        options={[{ value: '', label: chosen.length === 0 ? all : another }, ...left]}
      />
      {chosen.length > 0 && (
        <Chips
          name={label}
          label={`${label}: ${chosenLabel}`}
          many
          chosen={chosen}
          onChoose={(code) => onChange(chosen.filter((one) => one !== code))}
          chips={named.filter(({ value }) => chosen.includes(value))}
        />
      )}
    </>
  );
}
