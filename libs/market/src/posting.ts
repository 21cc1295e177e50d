import type { Day } from '@lienket/platform';

/** A listing offers produce, a demand asks for it; what is posted, and when it ends, follows the same rules. */
export type PostingKind = 'LISTING' | 'DEMAND';

/** What an organization posts, in words that hold for both kinds. Quantities in kilograms, days both included. */
export interface PostingContent {
  readonly commodityCode: string;
  readonly variety: string | null;
  /** Of a demand: the least grade that it takes. */
  readonly grade: string | null;
  /** Of a demand: those that it requires. */
  readonly certifications: readonly string[];
  readonly quantityKg: string;
  /** null: the default of `minimumLot`. */
  readonly minimumLotKg: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly priceVndPerKg: string | null;
  /** Of a demand only. */
  readonly maximumSuppliers: number | null;
  /** null: the organization's own. */
  readonly provinceCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

type Maybe<T> = T | null | undefined;

interface PlaceInput {
  provinceCode?: Maybe<string>;
  latitude?: Maybe<number>;
  longitude?: Maybe<number>;
}

export interface ListingInput extends PlaceInput {
  commodityCode: string;
  variety?: Maybe<string>;
  grade?: Maybe<string>;
  certifications?: Maybe<readonly string[]>;
  quantityKg: string;
  minimumLotKg?: Maybe<string>;
  availableFrom: Day;
  availableTo: Day;
  askPriceVndPerKg?: Maybe<string>;
}

export interface DemandInput extends PlaceInput {
  commodityCode: string;
  variety?: Maybe<string>;
  minimumGrade?: Maybe<string>;
  requiredCertifications?: Maybe<readonly string[]>;
  quantityKg: string;
  minimumLotKg?: Maybe<string>;
  maximumSuppliers?: Maybe<number>;
  deliverFrom: Day;
  deliverTo: Day;
  maximumPriceVndPerKg?: Maybe<string>;
}

export const listingContent = (input: ListingInput): PostingContent => ({
  ...sharedContent(input),
  grade: input.grade?.normalize('NFC') ?? null,
  certifications: input.certifications ?? [],
  from: input.availableFrom,
  to: input.availableTo,
  priceVndPerKg: input.askPriceVndPerKg ?? null,
  maximumSuppliers: null,
});

export const demandContent = (input: DemandInput): PostingContent => ({
  ...sharedContent(input),
  grade: input.minimumGrade?.normalize('NFC') ?? null,
  certifications: input.requiredCertifications ?? [],
  from: input.deliverFrom,
  to: input.deliverTo,
  priceVndPerKg: input.maximumPriceVndPerKg ?? null,
  maximumSuppliers: input.maximumSuppliers ?? null,
});

const sharedContent = (input: ListingInput | DemandInput) => ({
  commodityCode: input.commodityCode,
  variety: input.variety?.normalize('NFC') ?? null,
  quantityKg: input.quantityKg,
  minimumLotKg: input.minimumLotKg ?? null,
  provinceCode: input.provinceCode ?? null,
  latitude: input.latitude ?? null,
  longitude: input.longitude ?? null,
});

/** Where a caller finds the value that a rule refuses. */
export const POSTING_FIELDS = {
  LISTING: { grade: 'input.grade', certifications: 'input.certifications', to: 'input.availableTo' },
  DEMAND: { grade: 'input.minimumGrade', certifications: 'input.requiredCertifications', to: 'input.deliverTo' },
} as const;
