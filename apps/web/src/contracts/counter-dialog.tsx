import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { decimalOf, numberText, typedNumber } from '../app/amounts';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useLanguage, useWords } from '../app/language';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { CounterContract, type Contract } from './documents';
import { SendOrLeave } from './send-or-leave';
import { TermFields } from './term-fields';
import { contractWords } from './words';

interface CounterDialogProps {
  readonly contract: Contract;
  readonly onCountered: () => void;
  readonly onClose: () => void;
}

/** The offer as it stands, to be changed: of the same parties and goods. It takes every signature off. */
export function CounterDialog({ contract, onCountered, onClose }: CounterDialogProps) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const [{ fetching, error }, counter] = useMutation(CounterContract);
  const keyOf = useKeyOf();
  const [hasTried, setTried] = useState(false);
  const [lines, setLines] = useState(() =>
    contract.lines.map(({ quantityKg, priceVndPerKg, commodity }) => ({
      quantity: numberText(Number(quantityKg) / Number(commodity.kgPerTradeUnit), language),
      price: numberText(Number(priceVndPerKg), language),
    })),
  );
  const [from, setFrom] = useState(contract.startsOn);
  const [to, setTo] = useState(contract.endsOn);
  const [terms, setTerms] = useState(contract.terms ?? '');

  const change = (at: number, changed: Partial<(typeof lines)[number]>) =>
    setLines(lines.map((line, place) => (place === at ? { ...line, ...changed } : line)));
  const typed = lines.map(({ quantity, price }) => ({
    quantity: typedNumber(quantity, language),
    price: typedNumber(price, language),
  }));

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (typed.some(({ quantity, price }) => quantity === null || price === null)) return;
    const input = {
      form: contract.form,
      startsOn: from,
      endsOn: to,
      terms: terms.trim() || null,
      parties: contract.parties.map(({ organization, roles, lead }) => ({
        organizationId: organization.id,
        roles,
        lead,
      })),
      lines: contract.lines.map((line, at) => ({
        supplierId: line.supplier.id,
        buyerId: line.buyer.id,
        listingId: line.listing?.id ?? null,
        demandId: line.demand?.id ?? null,
        commodityCode: line.commodity.code,
        variety: line.variety,
        grade: line.grade,
        priceMechanism: line.priceMechanism,
        quantityKg: decimalOf((typed[at]?.quantity ?? 0) * Number(line.commodity.kgPerTradeUnit)),
        priceVndPerKg: decimalOf(typed[at]?.price ?? 0),
      })),
    };
    const variables = { id: contract.id, expectedVersion: contract.version, input };
    const { data } = await counter(variables, askingOnce(keyOf(variables)));
    if (data) onCountered();
  };

  return (
    <Dialog title={words.counter} onClose={onClose}>
      <form onSubmit={(event) => void send(event)} noValidate>
        {contract.lines.map((line, at) => (
          <div key={line.id}>
            <Field
              label={words.quantity(line.commodity.tradeUnit)}
              inputMode="decimal"
              value={lines[at]?.quantity ?? ''}
              fault={hasTried && typed[at]?.quantity === null ? words.wrongNumber : undefined}
              onChange={({ target }) => change(at, { quantity: target.value })}
            />
            <Field
              label={words.price}
              unit={words.perKg}
              inputMode="decimal"
              value={lines[at]?.price ?? ''}
              fault={hasTried && typed[at]?.price === null ? words.wrongNumber : undefined}
              onChange={({ target }) => change(at, { price: target.value })}
            />
          </div>
        ))}
        <TermFields from={from} to={to} onFrom={setFrom} onTo={setTo} />
        <Field label={words.terms} value={terms} maxLength={10_000} onChange={({ target }) => setTerms(target.value)} />
        <p>{words.counterIs}</p>
        <SendOrLeave label={words.send} isBusy={fetching} error={error} onLeave={onClose} />
      </form>
    </Dialog>
  );
}
