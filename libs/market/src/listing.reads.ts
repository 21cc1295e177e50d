import { Database, type Day, type Page, type PageRequest } from '@lienket/platform';
import type { Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import {
  countPostings,
  readPostings,
  readPostingsById,
  type PostingFilter,
  type PostingRow,
} from './posting-question.js';

/** A listing as the schema has it; its organization, commodity and province by id. */
export type ListingRow = ReturnType<typeof toListing>;

@Injectable()
export class ListingReads {
  constructor(private readonly database: Database) {}

  /** Those of them that the viewer may see, in no order. */
  async listingsById(viewer: Viewer, ids: readonly string[], today: Day): Promise<ListingRow[]> {
    return (await readPostingsById(this.database, { kind: 'LISTING', viewer, today }, ids)).map(toListing);
  }

  async listings(viewer: Viewer, filter: PostingFilter, page: PageRequest, today: Day): Promise<Page<ListingRow>> {
    const { rows, hasNextPage } = await readPostings(this.database, { kind: 'LISTING', viewer, today }, filter, page);
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
});

export const locationOf = ({ latitude, longitude }: PostingRow): { latitude: number; longitude: number } | null =>
  latitude === null || longitude === null ? null : { latitude, longitude };
