import type { VariablesOf } from '../app/graphql';
import type { OwnPosting } from './documents';
import type { CreateDemand, CreateListing } from './sent-documents';

/** A listing offers produce, a demand asks for it: one form, two directions. */
export type PostingKind = 'LISTING' | 'DEMAND';

/** What is posted, in words that hold for both kinds, as the API's own. */
export interface PostingContent {
  readonly commodityCode: string;
  readonly variety: string | null;
  /** Of a demand: the least grade that it takes. */
  readonly grade: string | null;
  /** Of a demand: those that it requires. */
  readonly certifications: readonly string[];
  readonly quantityKg: string;
  readonly minimumLotKg: string | null;
  /** Of a demand only; null where any number may fill it. */
  readonly maximumSuppliers: number | null;
  readonly from: string;
  readonly to: string;
  readonly priceVndPerKg: string | null;
  /** null: where its organization is. */
  readonly place: Place | null;
}

export interface Place {
  readonly provinceCode: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export const listingInput = (content: PostingContent): VariablesOf<typeof CreateListing>['input'] => ({
  ...sharedInput(content),
  grade: content.grade,
  certifications: [...content.certifications],
  availableFrom: content.from,
  availableTo: content.to,
  askPriceVndPerKg: content.priceVndPerKg,
});

export const demandInput = (content: PostingContent): VariablesOf<typeof CreateDemand>['input'] => ({
  ...sharedInput(content),
  minimumGrade: content.grade,
  requiredCertifications: [...content.certifications],
  maximumSuppliers: content.maximumSuppliers,
  deliverFrom: content.from,
  deliverTo: content.to,
  maximumPriceVndPerKg: content.priceVndPerKg,
});

const sharedInput = ({ commodityCode, variety, quantityKg, minimumLotKg, place }: PostingContent) => ({
  ...{ commodityCode, variety, quantityKg, minimumLotKg },
  ...place,
});

/** A posting as it stands, to be changed or posted once more. */
export const contentOf = (posting: OwnPosting): PostingContent => ({
  commodityCode: posting.commodity.code,
  variety: posting.variety,
  grade: posting.grade,
  certifications: posting.certifications,
  quantityKg: posting.quantityKg,
  minimumLotKg: posting.minimumLotKg,
  maximumSuppliers: posting.maximumSuppliers ?? null,
  from: posting.from,
  to: posting.to,
  priceVndPerKg: posting.priceVndPerKg,
  place: {
    provinceCode: posting.province.code,
    latitude: posting.location?.latitude ?? null,
    longitude: posting.location?.longitude ?? null,
  },
});
