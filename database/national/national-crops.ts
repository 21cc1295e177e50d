import type { Queryable } from '@lienket/platform';
import sql from 'sql-template-tag';
import { readCrops, type Crop } from '../demo/demo-crops.js';
import type { Dice } from '../demo/demo-dice.js';
import { weightedDraw, zipfWeights } from './national-dice.js';
import { monthOfDay } from './national-days.js';

/** What the demo leaves out of the registry's list; ours like the others, see the note in crops.json. */
const NOT_IN_DEMO: readonly Omit<Crop, 'grades' | 'perishableDays'>[] = [
  {
    code: 'coffee_cherry',
    nameVi: 'Cà phê',
    workVi: 'trồng cà phê',
    provinceCodes: ['66', '68', '52', '75', '14'],
    sellingMonths: [1, 10, 11, 12],
    priceVndPerKg: 19_000,
    typicalTonnes: 40,
    marketWeight: 1,
    certifications: ['FOUR_C', 'RAINFOREST_ALLIANCE', 'EUDR_DDS'],
    varieties: [],
  },
  {
    code: 'bamboo_rattan_craft',
    nameVi: 'Mây tre đan',
    workVi: 'đan mây tre',
    provinceCodes: ['01', '33', '37', '38', '40', '48'],
    sellingMonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    priceVndPerKg: 120_000,
    typicalTonnes: 4,
    marketWeight: 1,
    certifications: ['OCOP_3', 'OCOP_4', 'FSC'],
    varieties: [],
  },
];
/** The few first commodities make up most of the market. */
const ZIPF_EXPONENT = 0.9;
/** Windows begin within a season of so many selling days, some of which are over. */
const SEASON_DAYS = 150;
const SEASON_BEGAN_DAYS_AGO = 20;

/** The commodities of the registry, the most traded first. */
export async function readRankedCrops(database: Queryable): Promise<Crop[]> {
  const goods = await database.query<Pick<Crop, 'code' | 'grades' | 'perishableDays'>>(
    sql`select code, grades, perishable_days as "perishableDays" from registry.commodity_v order by code`,
  );
  const added = NOT_IN_DEMO.flatMap((crop) =>
    goods.filter(({ code }) => code === crop.code).map((good) => ({ ...crop, ...good })),
  );
  return [...(await readCrops(database)), ...added].sort((a, b) => b.marketWeight - a.marketWeight);
}

/** Draws a commodity by its rank, of those that are possible at all. */
export function cropDraw(crops: readonly Crop[], isPossible: (crop: Crop) => boolean): (dice: Dice) => Crop {
  const weights = zipfWeights(crops.length, ZIPF_EXPONENT);
  const draw = weightedDraw(crops.map((crop, rank) => (isPossible(crop) ? (weights[rank] ?? 0) : 0)));
  return (dice) => crops[draw(dice)] as Crop;
}

/** The next days on which a crop is sold; all of them later where its season has yet to come. */
export function seasonOf({ sellingMonths }: Crop, today: number): number[] {
  const season: number[] = [];
  for (let day = today - SEASON_BEGAN_DAYS_AGO; season.length < SEASON_DAYS; day += 1)
    if (sellingMonths.includes(monthOfDay(day))) season.push(day);
  return season;
}
