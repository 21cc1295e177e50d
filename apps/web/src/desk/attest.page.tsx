import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { today } from '../app/business-day';
import { askingOnce } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useWords } from '../app/language';
import { useOnline } from '../app/network';
import { FormSelect } from '../contracts/form-select';
import { TermFields } from '../contracts/term-fields';
import { contractWords } from '../contracts/words';
import { Button, buttonClass } from '../design/button';
import { Card } from '../design/card';
import { Field } from '../design/field';
import { Notice } from '../design/notice';
import { attestInput, emptyPaper, faultsOf, type AttestDraft, type AttestFaults } from './attest-draft';
import { CommodityChoice } from './commodity-choice';
import styles from './desk.module.css';
import { AttestContract } from './documents';
import { ForManagers } from './for-managers';
import { PaperParties } from './paper-parties';
import { attestWords } from './attest-words';
import { deskWords } from './words';

/** A linkage signed on paper, recorded with its evidence: in the figure from its days on. */
export function AttestPage() {
  const { attest } = useWords(deskWords);
  return (
    <ForManagers title={attest} back="/desk">
      <AttestForm />
    </ForManagers>
  );
}

function AttestForm() {
  const words = useWords(attestWords);
  const contracts = useWords(contractWords);
  const navigate = useNavigate();
  const keyOf = useKeyOf();
  const isOnline = useOnline();
  const [{ fetching, error }, attest] = useMutation(AttestContract);
  const [draft, setDraft] = useState(() => emptyPaper(today()));
  const [hasTried, setTried] = useState(false);
  const faults = faultsOf(draft, today());
  const write = (changed: Partial<AttestDraft>) => setDraft({ ...draft, ...changed });
  const faultAt = (place: keyof AttestFaults): string | undefined => {
    const fault = hasTried ? faults[place] : undefined;
    return fault && words.fault[fault];
  };

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(faults);
    document.getElementById(`paper-${first ?? ''}`)?.focus();
    if (first !== undefined) return;
    const input = attestInput(draft);
    const { data } = await attest({ input }, askingOnce(keyOf(input)));
    if (data) await navigate({ to: '/contracts/$contractId', params: { contractId: data.attestContract.id } });
  };

  return (
    <>
      <p className={styles.aside}>{words.about}</p>
      <Link to="/imports" className={buttonClass('quiet')}>
        {words.many}
      </Link>
      <PaperParties draft={draft} fault={faultAt('parties')} onChange={setDraft} />
      <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
        <CommodityChoice
          chosen={draft.commodityCodes}
          fault={faultAt('commodities')}
          onChoose={(commodityCodes) => write({ commodityCodes })}
        />
        <Card>
          <div className={styles.form}>
            <FormSelect form={draft.form} onChoose={(form) => write({ form })} />
            <Field
              id="paper-signedOn"
              label={words.signedOn}
              type="date"
              max={today()}
              value={draft.signedOn}
              fault={faultAt('signedOn')}
              onChange={({ target }) => write({ signedOn: target.value })}
            />
            <TermFields
              from={draft.startsOn}
              to={draft.endsOn}
              fromId="paper-startsOn"
              toId="paper-endsOn"
              fromFault={faultAt('startsOn')}
              toFault={faultAt('endsOn')}
              onFrom={(startsOn) => write({ startsOn })}
              onTo={(endsOn) => write({ endsOn })}
            />
            <Field
              id="paper-evidence"
              label={words.evidence}
              hint={words.evidenceHint}
              value={draft.evidence}
              maxLength={1000}
              fault={faultAt('evidence')}
              onChange={({ target }) => write({ evidence: target.value })}
            />
            {hasTried && Object.keys(faults).length > 0 && <Notice kind="bad" title={words.lacking} />}
            {error && <Notice kind="bad" title={error.graphQLErrors[0]?.message ?? contracts.unreachable} />}
            <p>{words.attestIs}</p>
            <Button kind="primary" type="submit" disabled={fetching || !isOnline}>
              {words.send}
            </Button>
          </div>
        </Card>
      </form>
    </>
  );
}
