import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { decimalOf, numberText, quantityText } from '../app/amounts';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useLanguage, useWords } from '../app/language';
import { Chips } from '../design/chips';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { Select } from '../design/select';
import { leftKgOf, readDelivery, type DeliveryDraft, type DeliveryFaults, type Verdict } from './delivery-draft';
import { RecordDelivery, type ContractLine } from './documents';
import { SendOrLeave } from './send-or-leave';
import { contractWords } from './words';

interface DeliveryDialogProps {
  readonly contractId: string;
  readonly line: ContractLine;
  /** One receives it, and says what becomes of it; else one has delivered. */
  readonly isBuyer: boolean;
  readonly days: { readonly first: string; readonly last: string };
  readonly onRecorded: () => void;
  readonly onClose: () => void;
}

const VERDICTS: readonly Verdict[] = ['ALL', 'PART', 'NONE'];

/** How much came, on which day, and how much of it was accepted: all of it, unless somebody says less and why. */
export function DeliveryDialog({ contractId, line, isBuyer, days, onRecorded, onClose }: DeliveryDialogProps) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const [{ fetching, error }, record] = useMutation(RecordDelivery);
  const keyOf = useKeyOf();
  const { commodity } = line;
  const left = leftKgOf(line) / Number(commodity.kgPerTradeUnit);
  const [draft, setDraft] = useState<DeliveryDraft>({
    day: days.last,
    came: left > 0 ? numberText(left, language) : '',
    verdict: 'ALL',
    accepted: '',
    grade: '',
    note: '',
  });
  const [hasTried, setTried] = useState(false);
  const { quantityKg, acceptedKg, returnedKg, mostKg, faults } = readDelivery(draft, line, language);
  const write = (changed: Partial<DeliveryDraft>) => setDraft({ ...draft, ...changed });
  const faultOf = (field: keyof DeliveryFaults): string | undefined => {
    const fault = hasTried ? faults[field] : undefined;
    return fault && words.deliveryFaults[fault](quantityText(decimalOf(Math.max(0, mostKg)), commodity, language));
  };

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const input = {
      contractId,
      lineId: line.id,
      deliveredOn: draft.day,
      quantityKg: decimalOf(quantityKg),
      acceptedKg: decimalOf(acceptedKg),
      grade: draft.grade || null,
      note: draft.note.trim() || null,
    };
    const { data } = await record({ input }, askingOnce(keyOf(input)));
    if (data) onRecorded();
  };

  return (
    <Dialog title={isBuyer ? words.receive : words.recordDelivery} onClose={onClose}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Field
          label={words.deliveredOn}
          type="date"
          min={days.first}
          max={days.last}
          value={draft.day}
          onChange={({ target }) => write({ day: target.value })}
        />
        <Field
          label={words.came(commodity.tradeUnit)}
          inputMode="decimal"
          autoComplete="off"
          value={draft.came}
          fault={faultOf('came')}
          onChange={({ target }) => write({ came: target.value })}
        />
        <Chips
          name="verdict"
          label={words.verdictLabel}
          columns={3}
          chosen={[draft.verdict]}
          onChoose={(verdict) => write({ verdict })}
          chips={VERDICTS.map((value) => ({ value, label: words.verdict[value] }))}
        />
        {draft.verdict === 'PART' && (
          <Field
            label={words.acceptedOf(commodity.tradeUnit)}
            inputMode="decimal"
            autoComplete="off"
            value={draft.accepted}
            fault={faultOf('accepted')}
            hint={returnedKg > 0 ? words.returned(quantityText(decimalOf(returnedKg), commodity, language)) : undefined}
            onChange={({ target }) => write({ accepted: target.value })}
          />
        )}
        {commodity.grades.length > 0 && draft.verdict !== 'NONE' && (
          <Select
            label={words.gradeThatCame}
            value={draft.grade}
            onChange={(grade) => write({ grade })}
            options={[
              { value: '', label: words.noGrade },
              ...commodity.grades.map((grade) => ({ value: grade, label: grade })),
            ]}
          />
        )}
        <Field
          label={draft.verdict === 'ALL' ? words.note : words.whyReturned}
          value={draft.note}
          maxLength={1000}
          fault={faultOf('note')}
          onChange={({ target }) => write({ note: target.value })}
        />
        <SendOrLeave label={words.record} isBusy={fetching} error={error} onLeave={onClose} />
      </form>
    </Dialog>
  );
}
