import { manages, type Viewer } from '@lienket/identity';
import { accept, invalid, type Day, type Refusal, type Result } from '@lienket/platform';
import type { DraftParty, LinkageForm, PartyInput } from './contract-draft.js';
import { isTermShortEnough } from './offer-rules.js';
import { judgeParties, type PartyBackground } from './party-rules.js';

export interface AttestInput {
  readonly form: LinkageForm;
  readonly parties: readonly PartyInput[];
  readonly commodityCodes: readonly string[];
  readonly signedOn: Day;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Number and place of the document. */
  readonly evidence: string;
}

export type AttestDraft = AttestInput & { readonly parties: readonly DraftParty[] };

/** What an attestation refers to, as far as the viewer may see it. */
export interface AttestBackground {
  readonly organizations: ReadonlyMap<string, PartyBackground>;
  readonly commodityCodes: ReadonlySet<string>;
}

/** Why this may not be attested, whether it comes alone or as a line of a file: empty where it may. Who is no manager of any party hears no more than that. */
export function faultsOfAttested(
  viewer: Viewer,
  draft: AttestDraft,
  { organizations, commodityCodes }: AttestBackground,
  today: Day,
): Refusal[] {
  const seen = draft.parties.flatMap(({ organizationId }) => organizations.get(organizationId) ?? []);
  const isManaged = seen.length === 0 || seen.some(({ provinceCode }) => manages(viewer, provinceCode));
  if (viewer.role === 'TRADER' || !isManaged) return [{ code: 'FORBIDDEN' }];
  const judged = [
    judgeParties(draft.form, draft.parties, organizations),
    judgeCommodities(draft, commodityCodes),
    draft.signedOn > today ? invalid('input.signedOn', 'ORDER') : accept(undefined),
    judgeTerm(draft),
  ];
  return judged.flatMap((one) => (one.ok ? [] : [one.refusal]));
}

function judgeCommodities(draft: AttestDraft, known: ReadonlySet<string>): Result<void> {
  const unknown = draft.commodityCodes.findIndex((code) => !known.has(code));
  return unknown >= 0 ? invalid(`input.commodityCodes.${String(unknown)}`, 'UNKNOWN') : accept(undefined);
}

function judgeTerm({ startsOn, endsOn }: AttestDraft): Result<void> {
  if (endsOn < startsOn) return invalid('input.endsOn', 'ORDER');
  return isTermShortEnough(startsOn, endsOn) ? accept(undefined) : invalid('input.endsOn', 'RANGE');
}
