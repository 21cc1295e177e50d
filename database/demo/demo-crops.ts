import { projectFile, type Queryable } from '@lienket/platform';
import { readFile } from 'node:fs/promises';
import sql from 'sql-template-tag';

/** A commodity as the demo trades it; see the note in crops.json. */
export interface Crop {
  readonly code: string;
  readonly nameVi: string;
  readonly workVi: string;
  readonly provinceCodes: readonly string[];
  readonly sellingMonths: readonly number[];
  readonly priceVndPerKg: number;
  readonly typicalTonnes: number;
  /** How often it is posted, against the others. */
  readonly marketWeight: number;
  readonly certifications: readonly string[];
  readonly varieties: readonly string[];
  /** Best first. */
  readonly grades: readonly string[];
  readonly perishableDays: number | null;
}

export interface DemoProvince {
  readonly code: string;
  readonly nameVi: string;
  readonly regionVi: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Communes, wards and special zones: the measure of how many organizations it has here. */
  readonly communeCount: number;
}

const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(projectFile(path), 'utf8')) as T;

export async function readCrops(database: Queryable): Promise<Crop[]> {
  const { crops } = await read<{ crops: Omit<Crop, 'grades' | 'perishableDays'>[] }>('database/demo/crops.json');
  const commodities = await database.query<{ code: string; grades: string[]; perishableDays: number | null }>(
    sql`select code, grades, perishable_days as "perishableDays" from registry.commodity_v`,
  );
  const byCode = new Map(commodities.map((commodity) => [commodity.code, commodity]));
  return crops.map((crop) => {
    const commodity = byCode.get(crop.code);
    if (!commodity) throw new Error(`The registry knows no commodity ${crop.code}.`);
    return { ...crop, ...commodity };
  });
}

interface ProvinceFile {
  readonly provinces: readonly {
    readonly code: string;
    readonly name_vi: string;
    readonly region_vi: string;
    readonly lat: number;
    readonly lon: number;
    readonly commune_level_units: number;
  }[];
}

export async function readProvinces(): Promise<DemoProvince[]> {
  const { provinces } = await read<ProvinceFile>('libs/registry/data/provinces.json');
  return provinces.map((province) => ({
    code: province.code,
    nameVi: province.name_vi,
    regionVi: province.region_vi,
    latitude: province.lat,
    longitude: province.lon,
    communeCount: province.commune_level_units,
  }));
}
