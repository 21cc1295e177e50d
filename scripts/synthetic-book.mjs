// The book of a round as one could be: few commodities make most of it, harvests are small and orders large. The same seed, the same book.
import { diceOf, pick, zipf } from './synthetic-market.mjs';

const COMMODITIES = 60;
const PROVINCES = 34;
const FIRST_DAY = Date.UTC(2027, 0, 1);
const DAY_MS = 86_400_000;
const SEASON_DAYS = 150;
const CERTIFICATES = { VIETGAP: 0.45, GLOBALGAP: 0.2, ORGANIC: 0.12, HACCP: 0.06, OCOP: 0.04 };
const LISTINGS_OF_AN_ORGANIZATION = 5.4;
const NOT_LINKED = 0.7;
/** Of commodities: they keep two days or less. */
const SPOILING = 0.1;
const TRANSPORT_VND_PER_TONNE_KM = 2_600;
const BONUS_VND = 1_000_000;

/** @returns what solveRound takes */
export function syntheticBook({ listings, demands, seed = 1, inclusionBonusVnd = BONUS_VND }) {
  const dice = diceOf(seed);
  const commodities = zipf(COMMODITIES);
  const provinces = Array.from({ length: PROVINCES }, () => ({ south: 8.7 + dice() * 14, west: 103 + dice() * 5.5 }));
  const spoils = Array.from({ length: COMMODITIES }, () => dice() < SPOILING);
  const basePrice = Array.from({ length: COMMODITIES }, () => 6_000 + dice() * 30_000);
  const organizations = Math.ceil(listings / LISTINGS_OF_AN_ORGANIZATION);
  const isLinked = Array.from({ length: organizations }, () => dice() >= NOT_LINKED);
  const twoDecimals = (degrees) => Math.round(degrees * 100) / 100;
  const logUniform = (least, most) => Math.round(least * (most / least) ** dice());
  const certificates = (share) =>
    Object.entries(CERTIFICATES).flatMap(([scheme, chance]) => (dice() < chance * share ? [scheme] : []));
  const posting = (kind, place, leastDays, mostDays) => {
    const commodity = pick(commodities, dice());
    const province = Math.floor(dice() * PROVINCES);
    const from = Math.floor(dice() * SEASON_DAYS);
    return {
      commodity,
      common: {
        id: `${kind}${String(place).padStart(7, '0')}`,
        provinceCode: `P${province}`,
        commodityCode: `C${commodity}`,
        spoilsFast: spoils[commodity],
        variety: null,
        from: dayAfter(from),
        to: dayAfter(from + leastDays + Math.floor(dice() * (mostDays - leastDays))),
        latitude: twoDecimals(provinces[province].south + dice() * 0.6),
        longitude: twoDecimals(provinces[province].west + dice() * 0.6),
      },
    };
  };
  return {
    today: dayAfter(0),
    transportVndPerTonneKm: TRANSPORT_VND_PER_TONNE_KM,
    inclusionBonusVnd,
    listings: Array.from({ length: listings }, (_, place) => {
      const { commodity, common } = posting('listing', place, 7, 52);
      const organization = Math.floor(dice() * organizations);
      const quantityKg = logUniform(200, 13_000);
      return {
        ...common,
        organizationId: `supplier${organization}`,
        quantityKg,
        minimumLotKg: Math.min(quantityKg, logUniform(100, 400)),
        gradeRank: Math.floor(dice() * 4),
        certifications: certificates(1),
        askVndPerKg: Math.round(basePrice[commodity] * (0.8 + dice() * 0.4)),
        earnsBonus: !isLinked[organization],
      };
    }),
    demands: Array.from({ length: demands }, (_, place) => {
      const { commodity, common } = posting('demand', place, 5, 30);
      return {
        ...common,
        organizationId: `buyer${Math.floor(dice() * Math.ceil(demands / 10))}`,
        quantityKg: logUniform(2_000, 99_000),
        minimumLotKg: logUniform(200, 1_200),
        minimumGradeRank: Math.floor(dice() * 4),
        requiredCertifications: certificates(0.3),
        maximumVndPerKg: Math.round(basePrice[commodity] * (0.95 + dice() * 0.35)),
        maximumSuppliers: 3 + Math.floor(dice() * 12),
      };
    }),
  };
}

const dayAfter = (days) => new Date(FIRST_DAY + days * DAY_MS).toISOString().slice(0, 10);
