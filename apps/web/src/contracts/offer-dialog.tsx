import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { decimalOf, numberText, typedNumber } from '../app/amounts';
import { today } from '../app/business-day';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useLanguage, useWords } from '../app/language';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import type { PostingKind } from '../market/posting';
import type { Match, MatchedPosting } from '../matching/documents';
import { buyingRoles } from './buying-roles';
import { OfferContract, type Contract } from './documents';
import { FormSelect } from './form-select';
import { SendOrLeave } from './send-or-leave';
import { TermFields } from './term-fields';
import { contractWords } from './words';

interface OfferDialogProps {
  /** What one's own posting is: one offers as its supplier or as its buyer. */
  readonly kind: PostingKind;
  readonly posting: MatchedPosting;
  readonly match: Match;
  readonly onClose: () => void;
}

/** A contract on the whole match, at the price asked, in the days that both have; each of it can be changed before it is sent. */
export function OfferDialog({ kind, posting, match: { other, quantityKg }, onClose }: OfferDialogProps) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [{ fetching, error }, offer] = useMutation(OfferContract);
  const [listing, demand] = kind === 'LISTING' ? [posting, other] : [other, posting];
  const { commodity } = posting;
  const unitKg = Number(commodity.kgPerTradeUnit);
  const asked = listing.priceVndPerKg ?? demand.priceVndPerKg;
  const [quantity, setQuantity] = useState(numberText(Number(quantityKg) / unitKg, language));
  const [price, setPrice] = useState(asked === null ? '' : numberText(Number(asked), language));
  const [form, setForm] = useState<Contract['form']>('PRODUCTION');
  const [from, setFrom] = useState([listing.from, demand.from, today()].toSorted().at(-1) ?? '');
  const [to, setTo] = useState([listing.to, demand.to].toSorted()[0] ?? '');
  const amount = typedNumber(quantity, language);
  const priceVnd = typedNumber(price, language);
  const [hasTried, setTried] = useState(false);

  const keyOf = useKeyOf();
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (amount === null || priceVnd === null) return;
    const input = {
      form,
      startsOn: from,
      endsOn: to,
      parties: [
        { organizationId: listing.organization.id, roles: ['PRODUCER' as const], lead: false },
        { organizationId: demand.organization.id, roles: buyingRoles(demand.organization.chainRoles), lead: true },
      ],
      lines: [
        {
          supplierId: listing.organization.id,
          buyerId: demand.organization.id,
          listingId: listing.id,
          demandId: demand.id,
          commodityCode: commodity.code,
          variety: listing.variety,
          quantityKg: decimalOf(amount * unitKg),
          priceVndPerKg: decimalOf(priceVnd),
        },
      ],
    };
    const { data } = await offer({ input }, askingOnce(keyOf(input)));
    if (data) await navigate({ to: '/contracts/$contractId', params: { contractId: data.offerContract.id } });
  };

  return (
    <Dialog title={words.offerTitle(other.organization.name)} onClose={onClose}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Field
          label={words.quantity(commodity.tradeUnit)}
          inputMode="decimal"
          value={quantity}
          fault={hasTried && amount === null ? words.wrongNumber : undefined}
          onChange={({ target }) => setQuantity(target.value)}
        />
        <Field
          label={words.price}
          unit={words.perKg}
          inputMode="decimal"
          value={price}
          fault={hasTried && priceVnd === null ? words.wrongNumber : undefined}
          onChange={({ target }) => setPrice(target.value)}
        />
        <TermFields from={from} to={to} onFrom={setFrom} onTo={setTo} />
        <FormSelect form={form} onChoose={setForm} />
        <p>{words.offerIs}</p>
        <SendOrLeave label={words.send} isBusy={fetching} error={error} onLeave={onClose} />
      </form>
    </Dialog>
  );
}
