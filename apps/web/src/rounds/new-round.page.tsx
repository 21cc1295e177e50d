import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from 'urql';
import { askingOnce, codeOf, faultyFieldOf } from '../app/client';
import { useKeyOf } from '../app/key-of';
import { useLanguage, useWords } from '../app/language';
import { useOnline } from '../app/network';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { useSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Button } from '../design/button';
import { Card, Empty, Waiting } from '../design/card';
import { Field } from '../design/field';
import { Foot } from '../design/foot';
import { Notice } from '../design/notice';
import { Several } from '../design/several';
import { StartRound, WhatToMatch } from './documents';
import styles from './rounds.module.css';
import { amountOf, NOTHING_TYPED, wishOf, type TypedWish } from './typed-wish';
import { roundWords } from './words';

export function NewRoundPage() {
  const words = useWords(roundWords);
  const isTrader = useSession()?.role === 'TRADER';
  return (
    <Page title={words.newRound} back="/matching/rounds">
      {isTrader ? <Empty title={words.onlyManagers} /> : <RoundForm />}
    </Page>
  );
}

/** Says what a round does before it asks over what; left as it is, over all that the person answers for. */
function RoundForm() {
  const words = useWords(roundWords);
  const { loading } = useWords(consoleWords);
  const { language } = useLanguage();
  const isOnline = useOnline();
  const navigate = useNavigate();
  const { data, isWaiting, isMissing, askAgain } = useRemembered('what-to-match', WhatToMatch, {});
  const [{ fetching, error }, start] = useMutation(StartRound);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [hasTried, setTried] = useState(false);
  const keyOf = useKeyOf();
  const type = (part: Partial<TypedWish>) => setTyped({ ...typed, ...part });
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const input = wishOf(typed, language);
    if (!input) return;
    const answer = await start({ input }, askingOnce(keyOf(input)));
    const id = answer.data?.startMatchingRound.id;
    if (id !== undefined) await navigate({ to: '/matching/rounds/$roundId', params: { roundId: id } });
  };
  if (!data)
    return (
      <>
        {isWaiting && <Waiting label={loading} rows={4} />}
        {isMissing && <Unreachable onAskAgain={askAgain} />}
      </>
    );
  const refusal = error && (error.graphQLErrors[0]?.message ?? words.unreachable);
  const faultOf = (field: string) => (error && faultyFieldOf(error) === field ? refusal : undefined);
  const numberFault = (text: string) => (hasTried && amountOf(text, language) === null ? words.wrongNumber : undefined);
  const own = data.me?.provinces ?? [];
  return (
    <form onSubmit={(event) => void send(event)} noValidate className={styles.form}>
      <Card>
        <div className={styles.parts}>
          <p>{words.whatItDoes}</p>
          <p className={styles.note}>{words.whatItDoesMore}</p>
        </div>
      </Card>
      <Card>
        <div className={styles.fields}>
          <Several
            label={words.commodities}
            all={words.all}
            another={words.addAnother}
            chosenLabel={words.chosen}
            offered={data.commodities}
            chosen={typed.commodityCodes}
            onChange={(commodityCodes) => type({ commodityCodes })}
          />
          <Several
            label={words.provinces}
            all={words.all}
            another={words.addAnother}
            chosenLabel={words.chosen}
            offered={own.length > 0 ? own : data.provinces}
            chosen={typed.provinceCodes}
            onChange={(provinceCodes) => type({ provinceCodes })}
          />
          <p className={styles.note}>{words.provincesHint}</p>
        </div>
      </Card>
      <Card>
        <div className={styles.fields}>
          <Field
            label={words.deliverFrom}
            type="date"
            value={typed.deliverFrom}
            onChange={({ target }) => type({ deliverFrom: target.value })}
          />
          <Field
            label={words.deliverTo}
            type="date"
            hint={words.daysHint}
            fault={faultOf('input.deliverTo')}
            value={typed.deliverTo}
            onChange={({ target }) => type({ deliverTo: target.value })}
          />
          <Field
            label={words.transport}
            unit={words.perKgKm}
            hint={words.transportHint}
            inputMode="decimal"
            fault={numberFault(typed.transport) ?? faultOf('input.transportCostVndPerKgKm')}
            value={typed.transport}
            onChange={({ target }) => type({ transport: target.value })}
          />
          <Field
            label={words.bonus}
            unit={words.dong}
            hint={words.bonusHint}
            inputMode="decimal"
            fault={numberFault(typed.bonus) ?? faultOf('input.inclusionBonusVnd')}
            value={typed.bonus}
            onChange={({ target }) => type({ bonus: target.value })}
          />
        </div>
      </Card>
      {refusal !== undefined && (
        <Notice kind="bad" title={codeOf(error) === 'INVALID_STATE' ? words.tooMany : refusal} />
      )}
      <Foot>
        <Button kind="primary" type="submit" disabled={fetching || !isOnline}>
          {words.start}
        </Button>
      </Foot>
    </form>
  );
}
