import { isUuid, plainName, type Day, type Queryable } from '@lienket/platform';
import sql from 'sql-template-tag';

/** What a paper is known by. */
interface Paper {
  readonly evidence: string;
  readonly signedOn: Day;
  readonly parties: readonly { readonly organizationId: string }[];
}

/** The same for the same paper, however its evidence is written and in whatever order its parties are named. */
export const paperOf = ({ evidence, signedOn, parties }: Paper): string =>
  [signedOn, ...parties.map(({ organizationId }) => organizationId).sort(), plainName(evidence)].join(' ');

/** Of these papers those that are attested already and that the caller may see, such as were terminated since too. */
export async function attestedPapers(from: Queryable, papers: readonly Paper[]): Promise<string[]> {
  const rows = await from.query<Paper>(sql`
    select contract.evidence, contract.signed_on as "signedOn",
      jsonb_agg(jsonb_build_object('organizationId', party.organization_id)) as parties
    from contracts.contract join contracts.contract_party party on party.contract_id = contract.id
    where contract.id in (select contract_id from contracts.contract_party where organization_id = any(${rarestParties(papers)}::uuid[]))
      and contract.origin = 'ATTESTED' and contract.signed_on = any(${[...new Set(papers.map(({ signedOn }) => signedOn))]}::date[])
    group by contract.id`);
  return rows.map(paperOf);
}

/** One party of each by which it is found soonest: where an enterprise is a party of most papers, it is the other one. */
function rarestParties(papers: readonly Paper[]): string[] {
  const counts = new Map<string, number>();
  for (const { parties } of papers)
    for (const { organizationId } of parties) counts.set(organizationId, (counts.get(organizationId) ?? 0) + 1);
  const count = (id: string) => counts.get(id) ?? 0;
  const rarest = papers.map(({ parties }) =>
    parties
      .map(({ organizationId }) => organizationId)
      .reduce((one, other) => (count(other) < count(one) ? other : one)),
  );
  return [...new Set(rarest)].filter(isUuid);
}
