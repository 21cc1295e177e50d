import type { Day } from '@lienket/platform';

export type ChainRole = 'PRODUCER' | 'PROCESSOR' | 'DISTRIBUTOR' | 'EXPORTER' | 'INPUT_SUPPLIER' | 'SERVICE_PROVIDER';
export type PriceMechanism = 'FIXED' | 'FLOOR_WITH_MARKET' | 'MARKET_LINKED' | 'COST_PLUS';
/** The seven forms of linkage of Decree 98/2018/NĐ-CP, article 4, and the plain sale that is none of them. */
export type LinkageForm =
  | 'FULL_CHAIN'
  | 'INPUTS'
  | 'PRODUCTION'
  | 'INPUTS_PRODUCTION'
  | 'PRODUCTION_PROCESSING'
  | 'INPUTS_PROCESSING'
  | 'PROCESSING'
  | 'SPOT_SALE';

export interface DraftParty {
  readonly organizationId: string;
  readonly roles: readonly ChainRole[];
  readonly lead: boolean;
}

export interface DraftLine {
  readonly supplierId: string;
  readonly buyerId: string;
  readonly listingId: string | null;
  readonly demandId: string | null;
  readonly commodityCode: string;
  readonly variety: string | null;
  readonly grade: string | null;
  readonly quantityKg: string;
  readonly priceMechanism: PriceMechanism;
  readonly priceVndPerKg: string;
}

/** What somebody offers: one version of a contract. */
export interface ContractDraft {
  readonly form: LinkageForm;
  readonly parties: readonly DraftParty[];
  readonly lines: readonly DraftLine[];
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** null: the default of `validUntilOf`. */
  readonly validUntil: Day | null;
  readonly terms: string | null;
}

type Optional<T, Keys extends keyof T> = Omit<T, Keys> & { readonly [Key in Keys]?: T[Key] | null };

export type PartyInput = Optional<DraftParty, 'lead'>;
export type LineInput = Optional<DraftLine, 'listingId' | 'demandId' | 'variety' | 'grade' | 'priceMechanism'>;
export type OfferInput = Optional<Omit<ContractDraft, 'parties' | 'lines'>, 'validUntil' | 'terms'> & {
  readonly parties: readonly PartyInput[];
  readonly lines: readonly LineInput[];
};

export const draftOf = (input: OfferInput): ContractDraft => ({
  form: input.form,
  parties: draftParties(input.parties),
  lines: input.lines.map((line) => ({
    supplierId: line.supplierId.toLowerCase(),
    buyerId: line.buyerId.toLowerCase(),
    listingId: line.listingId?.toLowerCase() ?? null,
    demandId: line.demandId?.toLowerCase() ?? null,
    commodityCode: line.commodityCode,
    variety: line.variety?.normalize('NFC') ?? null,
    grade: line.grade?.normalize('NFC') ?? null,
    quantityKg: line.quantityKg,
    priceMechanism: line.priceMechanism ?? 'FIXED',
    priceVndPerKg: line.priceVndPerKg,
  })),
  startsOn: input.startsOn,
  endsOn: input.endsOn,
  validUntil: input.validUntil ?? null,
  terms: input.terms ?? null,
});

export const draftParties = (parties: readonly PartyInput[]): DraftParty[] =>
  parties.map(({ organizationId, roles, lead }) => ({
    organizationId: organizationId.toLowerCase(),
    roles: [...new Set(roles)],
    lead: lead ?? false,
  }));
