import {
  isUuid,
  isWritableText,
  LAST_DAY,
  plainName,
  readCell,
  UnreadableCell,
  type Day,
  type Reason,
} from '@lienket/platform';
import { chainRolesIn, dayIn, isTaxCode, REGISTER_REASONS } from '@lienket/registry';
import type { AttestDraft } from './attest-rules.js';
import type { LinkageForm } from './contract-draft.js';
import { LINKAGE_REASONS } from './linkage-reasons.js';
import {
  LINKAGE_FORMS,
  LINKAGES_FORM,
  PLACES,
  type LinkageColumn,
  type LinkageLine,
  type Place,
} from './linkages-form.js';

/** What the words of a line stand for. */
export interface LinkageNames {
  readonly commodityOf: ReadonlyMap<string, string>;
  /** Ids by tax code; of whom the viewer doesn't see there is none. */
  readonly organizationOf: ReadonlyMap<string, string>;
}

export interface ReadLinkage {
  /** Null where a cell can't be read. */
  readonly draft: AttestDraft | null;
  /** Where each of its parties stands. */
  readonly partyColumns: readonly LinkageColumn[];
  readonly reasons: Reason[];
}

/** Of a name that nobody knows, enough to find it by. */
const NAME_SHOWN = 60;
const FORM_OF = new Map(
  LINKAGE_FORMS.flatMap(([form, number, stages]) =>
    [form, number, stages].map((word) => [plainName(word), form] as const),
  ),
);

/** Reads every cell of a line, and says of each that can't be read why. Who a party is stays to be judged: one that nobody knows too. */
export function readLinkage(line: LinkageLine, names: LinkageNames): ReadLinkage {
  const reasons: Reason[] = [];
  const cell = <T>(column: LinkageColumn, read: (text: string) => T): T | null =>
    readCell(LINKAGES_FORM, line, column, filled(read), reasons);
  const form = cell('form', formIn);
  const evidence = cell('evidence', evidenceIn);
  const [signedOn, startsOn, endsOn] = [
    cell('signedOn', dayIn),
    cell('startsOn', nearDayIn),
    cell('endsOn', nearDayIn),
  ];
  const commodityCodes = cell('commodities', (text) => commoditiesIn(text, names.commodityOf));
  const places = PLACES.filter((place) => place <= '2' || isGiven(line, place));
  const lead = cell('lead', (text) => leadIn(text, places));
  const parties = places.flatMap((place) => {
    const organizationId = cell(`party${place}`, (text) => partyIn(text, names.organizationOf));
    const roles = cell(`roles${place}`, chainRolesIn);
    return organizationId === null || roles === null ? [] : [{ organizationId, roles, lead: place === lead }];
  });
  const cells = { form, evidence, signedOn, startsOn, endsOn, commodityCodes };
  return {
    draft: reasons.length === 0 ? { ...(cells as Omit<AttestDraft, 'parties'>), parties } : null,
    partyColumns: places.map((place) => `party${place}` as const),
    reasons,
  };
}

const isGiven = ({ row }: LinkageLine, place: Place): boolean =>
  [row[`party${place}`], row[`roles${place}`]].some((text = '') => text.trim() !== '');

/** All of a line that stands must be filled in. */
const filled =
  <T>(read: (cell: string) => T) =>
  (cell: string): T => {
    if (cell === '') throw new UnreadableCell(REGISTER_REASONS.missing);
    return read(cell);
  };

function formIn(cell: string): LinkageForm {
  const form = FORM_OF.get(plainName(cell));
  if (!form) throw new UnreadableCell(LINKAGE_REASONS.form);
  return form;
}

function evidenceIn(cell: string): string {
  if (!isWritableText('evidence', cell)) throw new UnreadableCell(LINKAGE_REASONS.evidence);
  return cell;
}

function nearDayIn(cell: string): Day {
  const day = dayIn(cell);
  if (day > LAST_DAY) throw new UnreadableCell(LINKAGE_REASONS.lastDay(LAST_DAY.slice(0, 4)));
  return day;
}

const commoditiesIn = (cell: string, commodityOf: ReadonlyMap<string, string>): string[] =>
  cell.split(/[;|]/).map((name) => {
    const code = commodityOf.get(plainName(name));
    if (code === undefined) throw new UnreadableCell(LINKAGE_REASONS.commodity(name.trim().slice(0, NAME_SHOWN)));
    return code;
  });

function leadIn(cell: string, places: readonly Place[]): Place {
  const lead = places.find((place) => place === cell);
  if (!lead) throw new UnreadableCell(LINKAGE_REASONS.lead);
  return lead;
}

function partyIn(cell: string, organizationOf: ReadonlyMap<string, string>): string {
  if (isUuid(cell)) return cell.toLowerCase();
  if (!isTaxCode(cell)) throw new UnreadableCell(LINKAGE_REASONS.party);
  return organizationOf.get(cell) ?? cell;
}
