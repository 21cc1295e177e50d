import { useWords } from '../app/language';
import { Field } from '../design/field';
import { contractWords } from './words';

interface TermFieldsProps {
  readonly from: string;
  readonly to: string;
  readonly onFrom: (day: string) => void;
  readonly onTo: (day: string) => void;
  readonly fromId?: string;
  readonly toId?: string;
  readonly fromFault?: string | undefined;
  readonly toFault?: string | undefined;
}

/** The first and the last day of a contract. */
export function TermFields({ from, to, onFrom, onTo, fromId, toId, fromFault, toFault }: TermFieldsProps) {
  const words = useWords(contractWords);
  return (
    <>
      <Field
        id={fromId}
        label={words.from}
        type="date"
        value={from}
        fault={fromFault}
        onChange={({ target }) => onFrom(target.value)}
      />
      <Field
        id={toId}
        label={words.to}
        type="date"
        value={to}
        fault={toFault}
        onChange={({ target }) => onTo(target.value)}
      />
    </>
  );
}
