import { Database } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';

/** One of the 34 units since 2025-07-01. */
export interface Province {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly regionVi: string;
  readonly regionEn: string;
}

export interface Commodity {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly hsCode: string | null;
  readonly perishableDays: number | null;
  /** Best first. */
  readonly grades: readonly string[];
  readonly tradeUnit: string;
  readonly kgPerTradeUnit: string;
}

export interface CertificationScheme {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

export type ByCode<T> = ReadonlyMap<string, T>;

/** Lists that only a migration changes: read once, then remembered, in the order of their codes. */
@Injectable()
export class ReferenceReads {
  constructor(private readonly database: Database) {}

  readonly provinces = remembered(() =>
    this.byCode<Province>(sql`
      select code, name_vi as "nameVi", name_en as "nameEn", region_vi as "regionVi", region_en as "regionEn" from registry.province order by code`),
  );

  readonly commodities = remembered(() =>
    this.byCode<Commodity>(sql`
      select code, name_vi as "nameVi", name_en as "nameEn", hs_code as "hsCode", perishable_days as "perishableDays", grades,
        trade_unit as "tradeUnit", trim_scale(kg_per_trade_unit)::text as "kgPerTradeUnit"
      from registry.commodity order by code`),
  );

  readonly certificationSchemes = remembered(() =>
    this.byCode<CertificationScheme>(
      sql`select code, name_vi as "nameVi", name_en as "nameEn" from registry.certification_scheme order by code`,
    ),
  );

  private async byCode<T extends { code: string }>(statement: Sql): Promise<ByCode<T>> {
    return new Map((await this.database.query<T>(statement)).map((row) => [row.code, row]));
  }
}

/** Asks once and keeps the answer, which is then there without waiting; an outage is not kept. */
function remembered<T>(ask: () => Promise<T>): () => T | Promise<T> {
  let answer: T | Promise<T> | null = null;
  const keep = (known: T | null): void => {
    answer = known;
  };
  return () => {
    answer ??= ask().then(
      (known) => {
        keep(known);
        return known;
      },
      (fault: unknown) => {
        keep(null);
        throw fault;
      },
    );
    return answer;
  };
}
