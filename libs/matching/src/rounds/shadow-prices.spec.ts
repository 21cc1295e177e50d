import { describe, expect, it } from '@jest/globals';
import type { RoundBook, RoundDemand, RoundListing } from './round.js';
import { shadowPrices } from './shadow-prices.js';
import { stageInWords } from './stage-words.js';

const posting = (organizationId: string, provinceCode: string, quantityKg: number) => ({
  ...{ id: '', organizationId, provinceCode, quantityKg, commodityCode: 'paddy', spoilsFast: false, variety: null },
  ...{ from: '2026-11-22', to: '2026-11-22', minimumLotKg: 1, latitude: 10, longitude: 105 },
});
const listing = (...of: Parameters<typeof posting>): RoundListing => ({
  ...posting(...of),
  ...{ gradeRank: null, certifications: [], askVndPerKg: 1, earnsBonus: false },
});
const demand = (...of: Parameters<typeof posting>): RoundDemand => ({
  ...posting(...of),
  ...{ minimumGradeRank: null, requiredCertifications: [], maximumVndPerKg: 1, maximumSuppliers: null },
});

describe('Shadow prices', () => {
  const listings = [listing('a', '80', 1), listing('b', '80', 2), listing('b', '92', 3)];
  const demands = [demand('x', '80', 5)];
  const book: RoundBook = { today: '2026-11-22', transportVndPerTonneKm: 0, inclusionBonusVnd: 0, listings, demands };

  it('are means by kilograms, to a thousandth, of each commodity in each province', () => {
    expect(shadowPrices(book, { supply: [100, 201, -1], demand: [7] })).toEqual([
      {
        commodityCode: 'paddy',
        provinceCode: '80',
        supplyVndPerKg: '167.333',
        demandVndPerKg: '7.000',
        leastOrganizations: 1,
      },
      {
        commodityCode: 'paddy',
        provinceCode: '92',
        supplyVndPerKg: '-1.000',
        demandVndPerKg: '0',
        leastOrganizations: 1,
      },
    ]);
  });

  it('count each organization once, and a side without any not at all', () => {
    const many = { ...book, listings: [...listings, listing('c', '80', 1)], demands: [] };
    const counted = shadowPrices(many, { supply: [1, 1, 1, 1], demand: [] });
    expect(counted.map(({ leastOrganizations }) => leastOrganizations)).toEqual([3, 1]);
  });
});

describe('How far a round is', () => {
  it('is said in a sentence', () => {
    expect(stageInWords({ stage: 'CANDIDATES', done: 12, of: 54 }, 'en')).toBe(
      'Looking for candidates: 12 of 54 commodities',
    );
    expect(stageInWords({ stage: 'LIMITS', done: 3, of: 10 }, 'vi')).toBe(
      'Đang xét lô nhỏ nhất và số nhà cung cấp: 3/10',
    );
    expect(stageInWords({ stage: 'BOOK', done: 0, of: 0 }, 'en')).toBe('Reading open listings and demands');
  });
});
