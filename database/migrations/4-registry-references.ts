import { projectFile } from '@lienket/platform';
import { readFile } from 'node:fs/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface ProvinceFile {
  readonly provinces: readonly object[];
}
interface CommodityFile {
  readonly commodities: readonly {
    readonly code: string;
    readonly shelf_days_max?: number | null;
  }[];
}
interface CommodityTradeFile {
  readonly commodities: readonly { readonly code: string }[];
}
interface SchemeFile {
  readonly schemes: readonly object[];
}

/** Until that day (exclusive) the 63 former units held; some of their codes now belong to another unit. */
const MERGED_ON = '2025-07-01';
/** Beyond this, freshness does not limit trade. */
const PERISHABLE_DAYS_MAX = 60;

const reference = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(projectFile(`libs/registry/data/${name}.json`), 'utf8')) as T;

/** The published list, and what we set for trading them. */
async function commoditiesWithTrade(): Promise<object[]> {
  const { commodities } = await reference<CommodityFile>('commodities');
  const trade = await reference<CommodityTradeFile>('commodity-trade');
  const tradeOf = new Map(trade.commodities.map((entry) => [entry.code, entry]));
  return commodities.map((commodity) => {
    const shelfDays = commodity.shelf_days_max ?? null;
    const perishableDays = shelfDays !== null && shelfDays <= PERISHABLE_DAYS_MAX ? shelfDays : null;
    return { ...commodity, ...tradeOf.get(commodity.code), perishableDays };
  });
}

export class RegistryReferences1795300000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { provinces } = await reference<ProvinceFile>('provinces');
    await runner.query(
      `insert into registry.province
       select * from jsonb_to_recordset($1::jsonb) as province
         (code text, name_vi text, name_en text, region_vi text, region_en text, lat double precision, lon double precision)`,
      [JSON.stringify(provinces)],
    );
    await runner.query(
      `insert into registry.former_province
       select former ->> 'code', former ->> 'name_vi', province ->> 'code', daterange(null, $2::date)
       from jsonb_array_elements($1::jsonb) province, jsonb_array_elements(province -> 'former_provinces') former`,
      [JSON.stringify(provinces), MERGED_ON],
    );
    await runner.query(
      `insert into registry.commodity
       select * from jsonb_to_recordset($1::jsonb) as commodity
         (code text, name_vi text, name_en text, hs6 text, "perishableDays" integer, grades text[], "tradeUnit" text, "kgPerTradeUnit" numeric)`,
      [JSON.stringify(await commoditiesWithTrade())],
    );
    const { schemes } = await reference<SchemeFile>('certification-schemes');
    await runner.query(
      `insert into registry.certification_scheme
       select * from jsonb_to_recordset($1::jsonb) as scheme (code text, "nameVi" text, "nameEn" text)`,
      [JSON.stringify(schemes)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from registry.certification_scheme;
      delete from registry.commodity;
      delete from registry.former_province;
      delete from registry.province;
    `);
  }
}
