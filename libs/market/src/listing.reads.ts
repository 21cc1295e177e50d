import { Database, type Day, type Page, type PageRequest } from '@lienket/platform';
import type { Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import {
  countPostings,
  ownerOf,
  readPostings,
  readPostingsById,
  type PostingFilter,
  type PostingRow,
} from './posting-question.js';

/** A listing as the schema has it; its commodity and province by id, its organization too unless it is asked for. */
export type ListingRow = ReturnType<typeof toListing>;

@Injectable()
export class ListingReads {
  constructor(private readonly database: Database) {}

  /** Those of them that the viewer may see, in no order. */
  async listingsById(viewer: Viewer, ids: readonly string[], today: Day): Promise<ListingRow[]> {
    return (await readPostingsById(this.database, { kind: 'LISTING', viewer, today }, ids)).map(toListing);
  }

  /** @param withOwners whether `organization` is read with them; else it is left undefined */
  async listings(
    viewer: Viewer,
    filter: PostingFilter,
    page: PageRequest,
    { today, withOwners }: { readonly today: Day; readonly withOwners?: boolean },
  ): Promise<Page<ListingRow>> {
    const question = { kind: 'LISTING', viewer, today, withOwners } as const;
    const { rows, hasNextPage } = await readPostings(this.database, question, filter, page);
    return { rows: rows.map(toListing), hasNextPage };
  }

  countListings(viewer: Viewer, filter: PostingFilter, today: Day): Promise<number> {
    return countPostings(this.database, { kind: 'LISTING', viewer, today }, filter);
  }
}

const toListing = (row: PostingRow) => ({
  id: row.id,
  organizationId: row.ownerId,
  commodityCode: row.commodityCode,
  variety: row.variety,
  grade: row.grade,
  certifications: row.certifications,
  quantityKg: row.quantityKg,
  remainingKg: row.remainingKg,
  minimumLotKg: row.minimumLotKg,
  availableFrom: row.from,
  availableTo: row.to,
  askPriceVndPerKg: row.priceVndPerKg,
  provinceCode: row.provinceCode,
  location: locationOf(row),
  status: row.status,
  createdAt: row.createdAt,
  organization: ownerOf(row),
});

export const locationOf = ({ latitude, longitude }: PostingRow): { latitude: number; longitude: number } | null =>
  latitude === null || longitude === null ? null : { latitude, longitude };
