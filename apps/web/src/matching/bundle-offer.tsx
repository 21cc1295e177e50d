import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { quantityText } from '../app/amounts';
import { today } from '../app/business-day';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useLanguage, useWords } from '../app/language';
import { buyingRoles } from '../contracts/buying-roles';
import type { Contract } from '../contracts/documents';
import { FormSelect } from '../contracts/form-select';
import { SendOrLeave } from '../contracts/send-or-leave';
import { TermFields } from '../contracts/term-fields';
import { contractWords } from '../contracts/words';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { contractCountOf, shareInput, totalOf, type OfferedShare } from './bundle-draft';
import { OfferFromBundle, type BundledDemand } from './documents';
import { matchingWords } from './words';

interface BundleOfferProps {
  readonly demand: BundledDemand;
  readonly offered: readonly OfferedShare[];
  readonly onClose: () => void;
}

/** What is alike in all contracts of the bundle; then all are offered, or none. */
export function BundleOffer({ demand, offered, onClose }: BundleOfferProps) {
  const words = useWords(matchingWords);
  const contracts = useWords(contractWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const keyOf = useKeyOf();
  const [{ fetching, error }, offer] = useMutation(OfferFromBundle);
  const [form, setForm] = useState<Contract['form']>('PRODUCTION');
  const [from, setFrom] = useState([demand.deliverFrom, today()].toSorted().at(-1) ?? '');
  const [to, setTo] = useState(demand.deliverTo);
  const [terms, setTerms] = useState('');
  const count = contractCountOf(offered);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const input = {
      demandId: demand.id,
      suppliers: offered.map(shareInput),
      form,
      buyerRoles: buyingRoles(demand.buyer.chainRoles),
      startsOn: from,
      endsOn: to,
      terms: terms.trim() || null,
    };
    const { data } = await offer({ input }, askingOnce(keyOf(input)));
    if (data) await navigate({ to: '/awards/$awardId', params: { awardId: data.offerFromBundle.id } });
  };

  return (
    <Dialog title={words.offerAll(count)} onClose={onClose}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <p>{words.allOrNone(quantityText(String(totalOf(offered).quantityKg), demand.commodity, language))}</p>
        <TermFields from={from} to={to} onFrom={setFrom} onTo={setTo} />
        <FormSelect form={form} onChoose={setForm} />
        <Field
          label={contracts.terms}
          value={terms}
          maxLength={10_000}
          onChange={({ target }) => setTerms(target.value)}
        />
        <SendOrLeave label={words.sendAll(count)} isBusy={fetching} error={error} onLeave={onClose} />
      </form>
    </Dialog>
  );
}
