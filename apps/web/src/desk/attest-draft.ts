import { buyingRoles } from '../contracts/buying-roles';
import type { Contract } from '../contracts/documents';
import type { ChainRole, Found } from '../registry/documents';

/** What a paper says, as far as somebody has told it. */
export interface AttestDraft {
  readonly form: Contract['form'];
  readonly parties: readonly PaperParty[];
  /** Empty for nobody yet. */
  readonly leadId: string;
  readonly commodityCodes: readonly string[];
  readonly signedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly evidence: string;
}

export interface PaperParty {
  readonly organization: Pick<Found, 'id' | 'name' | 'kind'>;
  readonly roles: readonly ChainRole[];
}

export type AttestFault =
  | 'TWO_PARTIES'
  | 'NO_ROLE'
  | 'NO_LEAD'
  | 'NO_LINKAGE'
  | 'NO_COMMODITY'
  | 'NO_DAY'
  | 'SIGNED_LATER'
  | 'ENDS_BEFORE'
  | 'NO_EVIDENCE';
export type AttestFaults = Readonly<
  Partial<Record<'parties' | 'commodities' | 'signedOn' | 'startsOn' | 'endsOn' | 'evidence', AttestFault>>
>;

export const emptyPaper = (today: string): AttestDraft => ({
  form: 'PRODUCTION',
  parties: [],
  leadId: '',
  commodityCodes: [],
  signedOn: '',
  startsOn: '',
  endsOn: `${today.slice(0, 4)}-12-31`,
  evidence: '',
});

/** In the roles that it most likely has; an enterprise leads most linkages. */
export function withParty(draft: AttestDraft, found: Found): AttestDraft {
  if (draft.parties.some(({ organization }) => organization.id === found.id)) return draft;
  const isEnterprise = found.kind === 'ENTERPRISE';
  const roles: readonly ChainRole[] = isEnterprise ? buyingRoles(found.chainRoles) : ['PRODUCER'];
  return {
    ...draft,
    parties: [...draft.parties, { organization: found, roles }],
    leadId: draft.leadId === '' && isEnterprise ? found.id : draft.leadId,
  };
}

export const withoutParty = (draft: AttestDraft, id: string): AttestDraft => ({
  ...draft,
  parties: draft.parties.filter(({ organization }) => organization.id !== id),
  leadId: draft.leadId === id ? '' : draft.leadId,
});

export function faultsOf(draft: AttestDraft, today: string): AttestFaults {
  const { commodityCodes, signedOn, startsOn, endsOn, evidence } = draft;
  const found: readonly (readonly [keyof AttestFaults, AttestFault | undefined])[] = [
    ['parties', partiesFault(draft)],
    ['commodities', commodityCodes.length === 0 ? 'NO_COMMODITY' : undefined],
    ['signedOn', signedOn === '' ? 'NO_DAY' : signedOn > today ? 'SIGNED_LATER' : undefined],
    ['startsOn', startsOn === '' ? 'NO_DAY' : undefined],
    ['endsOn', endsOn === '' ? 'NO_DAY' : endsOn < startsOn ? 'ENDS_BEFORE' : undefined],
    ['evidence', evidence.trim() === '' ? 'NO_EVIDENCE' : undefined],
  ];
  return Object.fromEntries(found.filter(([, fault]) => fault !== undefined));
}

const TAKES_OFF: readonly ChainRole[] = ['PROCESSOR', 'DISTRIBUTOR', 'EXPORTER'];

/** A linkage ties a producer that is no enterprise to somebody else who takes off; a plain sale needn't. */
function partiesFault({ parties, leadId, form }: AttestDraft): AttestFault | undefined {
  if (parties.length < 2) return 'TWO_PARTIES';
  if (parties.some(({ roles }) => roles.length === 0)) return 'NO_ROLE';
  const isLinkage = parties.some(
    (producer) =>
      producer.roles.includes('PRODUCER') &&
      producer.organization.kind !== 'ENTERPRISE' &&
      parties.some((other) => other !== producer && other.roles.some((role) => TAKES_OFF.includes(role))),
  );
  if (form !== 'SPOT_SALE' && !isLinkage) return 'NO_LINKAGE';
  return leadId === '' ? 'NO_LEAD' : undefined;
}

export const attestInput = ({ parties, leadId, commodityCodes, evidence, ...rest }: AttestDraft) => ({
  ...rest,
  commodityCodes: [...commodityCodes],
  evidence: evidence.trim(),
  parties: parties.map(({ organization: { id }, roles }) => ({
    organizationId: id,
    roles: [...roles],
    lead: id === leadId,
  })),
});
