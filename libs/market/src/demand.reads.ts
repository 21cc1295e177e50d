import { Database, type Day, type Page, type PageRequest } from '@lienket/platform';
import type { Viewer } from '@lienket/identity';
import { Injectable } from '@nestjs/common';
import { locationOf } from './listing.reads.js';
import {
  countPostings,
  ownerOf,
  readPostings,
  readPostingsById,
  type PostingFilter,
  type PostingRow,
} from './posting-question.js';

/** A demand as the schema has it; its commodity and province by id, its buyer too unless it is asked for. */
export type DemandRow = ReturnType<typeof toDemand>;

@Injectable()
export class DemandReads {
  constructor(private readonly database: Database) {}

  /** Those of them that the viewer may see, in no order. */
  async demandsById(viewer: Viewer, ids: readonly string[], today: Day): Promise<DemandRow[]> {
    return (await readPostingsById(this.database, { kind: 'DEMAND', viewer, today }, ids)).map(toDemand);
  }

  /** @param withOwners whether `buyer` is read with them; else it is left undefined */
  async demands(
    viewer: Viewer,
    filter: PostingFilter,
    page: PageRequest,
    { today, withOwners }: { readonly today: Day; readonly withOwners?: boolean },
  ): Promise<Page<DemandRow>> {
    const question = { kind: 'DEMAND', viewer, today, withOwners } as const;
    const { rows, hasNextPage } = await readPostings(this.database, question, filter, page);
    return { rows: rows.map(toDemand), hasNextPage };
  }

  countDemands(viewer: Viewer, filter: PostingFilter, today: Day): Promise<number> {
    return countPostings(this.database, { kind: 'DEMAND', viewer, today }, filter);
  }
}

const toDemand = (row: PostingRow) => ({
  id: row.id,
  buyerId: row.ownerId,
  commodityCode: row.commodityCode,
  variety: row.variety,
  minimumGrade: row.grade,
  requiredCertifications: row.certifications,
  quantityKg: row.quantityKg,
  remainingKg: row.remainingKg,
  minimumLotKg: row.minimumLotKg,
  maximumSuppliers: row.maximumSuppliers,
  deliverFrom: row.from,
  deliverTo: row.to,
  maximumPriceVndPerKg: row.priceVndPerKg,
  provinceCode: row.provinceCode,
  location: locationOf(row),
  status: row.status,
  createdAt: row.createdAt,
  buyer: ownerOf(row),
});
