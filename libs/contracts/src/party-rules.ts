import { accept, invalid, type Result } from '@lienket/platform';
import type { DraftParty, LinkageForm } from './contract-draft.js';

/** What an organization is today, for who may see it. */
export interface PartyBackground {
  readonly kind: string;
  readonly status: string;
  readonly provinceCode: string;
}

const OFF_TAKERS: ReadonlySet<string> = new Set(['PROCESSOR', 'DISTRIBUTOR', 'EXPORTER']);

/** The parties of an offer or of an attested contract: known, distinct, one lead, and such as the form needs. */
export function judgeParties(
  form: LinkageForm,
  parties: readonly DraftParty[],
  organizations: ReadonlyMap<string, PartyBackground>,
): Result<void> {
  const unknown = parties.findIndex(({ organizationId }) => !organizations.has(organizationId));
  if (unknown >= 0) return invalid(`input.parties.${String(unknown)}.organizationId`, 'UNKNOWN');
  const twice = parties.findIndex(
    (party, index) => parties.findIndex((other) => other.organizationId === party.organizationId) < index,
  );
  if (twice >= 0) return invalid(`input.parties.${String(twice)}.organizationId`, 'MISMATCH');
  if (parties.filter(({ lead }) => lead).length !== 1) return invalid('input.parties', 'MISMATCH');
  if (form !== 'SPOT_SALE' && !isLinkage(parties, organizations)) return invalid('input.parties', 'MISMATCH');
  return accept(undefined);
}

/** Decree 98/2018/NĐ-CP, article 4: a producer that is not an enterprise, and another party that takes off. */
const isLinkage = (parties: readonly DraftParty[], organizations: ReadonlyMap<string, PartyBackground>): boolean =>
  parties.some(
    (producer) =>
      producer.roles.includes('PRODUCER') &&
      organizations.get(producer.organizationId)?.kind !== 'ENTERPRISE' &&
      parties.some((other) => other !== producer && other.roles.some((role) => OFF_TAKERS.has(role))),
  );
