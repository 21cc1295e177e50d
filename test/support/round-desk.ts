import sql from 'sql-template-tag';
import type { Lienket } from './lienket.js';

export interface Round {
  readonly id: string;
  readonly status: string;
  readonly progress: number;
  readonly stage: string | null;
}

export const ROUND = 'id status progress stage';
export const START = `mutation ($input: StartMatchingRoundInput!) { it: startMatchingRound(input: $input) { ${ROUND} } }`;
export const CANCEL = `mutation ($id: ID!) { it: cancelMatchingRound(id: $id) { ${ROUND} } }`;

const ENDED_WITHIN_MS = 60_000;

/** What people do with rounds. */
export function roundDesk(lienket: Pick<Lienket, 'ask'>) {
  const ask = async <It = Round>(document: string, variables: object, token: string) =>
    (await lienket.ask<{ it: It }>(document, variables, { token })).it;
  const seen = (token: string, id: string, asked = ROUND) =>
    ask<Round | null>(`query ($id: ID!) { it: matchingRound(id: $id) { ${asked} } }`, { id }, token);
  return {
    ask,
    seen,
    start: (token: string, input: object = {}) => ask(START, { input }, token),
    cancel: (token: string, id: string) => ask(CANCEL, { id }, token),
    /** Waits until it has ended. @returns its status */
    async ended(token: string, id: string): Promise<string> {
      const from = Date.now();
      for (;;) {
        const round = await seen(token, id);
        if (round && round.status !== 'QUEUED' && round.status !== 'RUNNING') return round.status;
        if (Date.now() - from > ENDED_WITHIN_MS) throw new Error(`The round is ${round?.status ?? 'unseen'} still.`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
  };
}

/** A round that another process has in hand, for as long as anybody looks. */
export async function roundInHandElsewhere({ owner }: Pick<Lienket, 'owner'>, login: string): Promise<string> {
  const [round] = await owner.query<{ id: string }>(sql`
    insert into matching.round (started_by, transport_vnd_per_tonne_km, inclusion_bonus_vnd, created_at, status, run, leased_until)
    select id, 2600, 0, now(), 'RUNNING', 1, 'infinity' from identity.app_user where login = ${login} returning id`);
  return round!.id;
}
