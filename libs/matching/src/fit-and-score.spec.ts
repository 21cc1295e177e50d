import { describe, expect, it } from '@jest/globals';
import { brokenRules } from './feasibility.js';
import { toNumber } from './fraction.js';
import type { DemandSide, ListingSide, Supplier } from './pair.js';
import { criterionValues, factsOf, reliabilityPeriod, scoreOf } from './score.js';
import { CRITERIA, normaliseWeights, type GivenWeights } from './weights.js';

const TODAY = '2026-11-22';
const goods = { code: 'rice', grades: ['A', 'B', 'C'], perishableDays: null };
const place = { latitude: 10.05, longitude: 105.8 };
const seller: Supplier = {
  id: 'seller',
  active: true,
  enterprise: false,
  location: null,
  linked: false,
  endedLines: [],
};

const listingWith = (changes: Partial<ListingSide> = {}): ListingSide => ({
  id: 'listing',
  supplier: seller,
  goods,
  variety: null,
  grade: null,
  certifications: [],
  withdrawn: false,
  remainingG: 1_000_000,
  minimumLotG: 1000,
  availableFrom: '2026-12-01',
  availableTo: '2026-12-31',
  askPriceVndPerKg: 8000,
  location: place,
  provinceSeat: place,
  ...changes,
});
const demandWith = (changes: Partial<DemandSide> = {}): DemandSide => ({
  id: 'demand',
  buyer: { id: 'buyer', active: true, enterprise: true, location: null },
  goods,
  variety: null,
  minimumGrade: null,
  requiredCertifications: [],
  withdrawn: false,
  remainingG: 500_000,
  minimumLotG: 1000,
  deliverFrom: '2026-12-01',
  deliverTo: '2026-12-10',
  maximumPriceVndPerKg: 10_000,
  location: place,
  provinceSeat: place,
  ...changes,
});

const broken = (listing: Partial<ListingSide>, demand: Partial<DemandSide> = {}) =>
  brokenRules(listingWith(listing), demandWith(demand), TODAY);
const values = (listing: Partial<ListingSide>, demand: Partial<DemandSide> = {}) => {
  const exact = criterionValues(factsOf(listingWith(listing), demandWith(demand)));
  return Object.fromEntries(CRITERIA.map((criterion) => [criterion, toNumber(exact[criterion])]));
};
const score = (listing: Partial<ListingSide>, demand: Partial<DemandSide> = {}, given: GivenWeights | null = null) => {
  const weights = normaliseWeights(given);
  if (!weights.ok) throw new Error(weights.refusal.code);
  return scoreOf(criterionValues(factsOf(listingWith(listing), demandWith(demand))), weights.value);
};

describe('A listing fits a demand', () => {
  it('when nothing speaks against it', () => expect(broken({})).toEqual([]));

  it('when either price is open, and when they are equal, but not above the maximum', () => {
    expect(broken({ askPriceVndPerKg: null })).toEqual([]);
    expect(broken({ askPriceVndPerKg: 90_000 }, { maximumPriceVndPerKg: null })).toEqual([]);
    expect(broken({ askPriceVndPerKg: 10_000 })).toEqual([]);
    expect(broken({ askPriceVndPerKg: 10_001 })).toEqual(['PRICE']);
  });

  it('when its grade is at least the minimum; without a grade it fails any minimum', () => {
    expect(broken({ grade: 'A' }, { minimumGrade: 'B' })).toEqual([]);
    expect(broken({ grade: 'B' }, { minimumGrade: 'B' })).toEqual([]);
    expect(broken({ grade: 'C' }, { minimumGrade: 'B' })).toEqual(['GRADE']);
    expect(broken({ grade: null }, { minimumGrade: 'C' })).toEqual(['GRADE']);
  });

  it('when it has every required certificate, and the variety where one is named', () => {
    expect(broken({ certifications: ['VIETGAP', 'OCOP'] }, { requiredCertifications: ['OCOP'] })).toEqual([]);
    expect(broken({ certifications: ['VIETGAP'] }, { requiredCertifications: ['OCOP'] })).toEqual(['CERTIFICATION']);
    expect(broken({ variety: 'ST25' })).toEqual([]);
    expect(broken({ variety: null }, { variety: 'ST25' })).toEqual(['VARIETY']);
  });

  it('when their windows share a single day, and not when they only meet', () => {
    expect(broken({ availableFrom: '2026-12-10' })).toEqual([]);
    expect(broken({ availableFrom: '2026-12-11' })).toEqual(['WINDOW']);
    expect(broken({ availableFrom: '2026-11-01', availableTo: '2026-12-01' })).toEqual([]);
    expect(broken({ availableFrom: '2026-11-01', availableTo: '2026-11-30' })).toEqual(['WINDOW']);
  });

  it('when what both have left is at least both minimum lots', () => {
    expect(broken({ minimumLotG: 500_000 })).toEqual([]);
    expect(broken({ minimumLotG: 500_001 })).toEqual(['LOT']);
    expect(broken({ remainingG: 999 }, { minimumLotG: 1000 })).toEqual(['LOT']);
  });

  it('when what spoils within two days travels at most 300 km', () => {
    const spoiling = (perishableDays: number | null) => ({ goods: { ...goods, perishableDays } });
    const [near, far] = [{ location: { ...place, latitude: 12.74 } }, { location: { ...place, latitude: 12.75 } }];
    expect(broken({ ...spoiling(2), ...near })).toEqual([]); // 299.115 km
    expect(broken({ ...spoiling(2), ...far })).toEqual(['DISTANCE']); // 300.227 km
    expect(broken({ ...spoiling(3), ...far })).toEqual([]);
    expect(broken({ ...spoiling(null), ...far })).toEqual([]);
  });

  it('when both are open today and their organizations active and not the same', () => {
    expect(broken({ withdrawn: true })).toEqual(['POSTING_STATUS']);
    expect(broken({ availableFrom: '2026-11-20', availableTo: '2026-11-21' }, { deliverFrom: '2026-11-21' })).toEqual([
      'POSTING_STATUS',
    ]);
    expect(broken({ availableFrom: '2026-11-20', availableTo: TODAY }, { deliverFrom: '2026-11-21' })).toEqual([]);
    expect(broken({ remainingG: 0 })).toEqual(['LOT', 'POSTING_STATUS']);
    expect(broken({ supplier: { ...seller, active: false } })).toEqual(['ORGANIZATION_STATUS']);
    expect(broken({ supplier: { ...seller, id: 'buyer' } })).toEqual(['SAME_ORGANIZATION']);
    expect(broken({ goods: { ...goods, code: 'tea' } })).toEqual(['COMMODITY']);
  });
});

describe('The value of', () => {
  it('PRICE is full from 30% below the maximum, nothing at it, and half where a price is open', () => {
    const price = (ask: number | null, maximum: number | null = 10_000) =>
      values({ askPriceVndPerKg: ask }, { maximumPriceVndPerKg: maximum })['PRICE'];
    expect([price(1), price(7000), price(8500), price(10_000)]).toEqual([1, 1, 0.5, 0]);
    expect([price(null), price(8500, null), price(null, null)]).toEqual([0.5, 0.5, 0.5]);
  });

  it('DISTANCE is half at 200 km', () => {
    expect(values({})['DISTANCE']).toBe(1);
    expect(values({ location: { ...place, latitude: 11.85 } })['DISTANCE']).toBe(200_000 / 400_151);
  });

  it('TIMING is the part of the days wanted on which the goods are there', () => {
    expect(values({ availableFrom: '2026-12-10' })['TIMING']).toBe(0.1);
    expect(values({})['TIMING']).toBe(1);
  });

  it('QUALITY counts two grade steps and two more certificates at most', () => {
    const quality = (grade: string | null, minimumGrade: string | null, certifications: string[] = []) =>
      values({ grade, certifications }, { minimumGrade, requiredCertifications: ['OCOP'] })['QUALITY'];
    expect([quality('A', 'C'), quality('A', 'B'), quality('B', 'B')]).toEqual([0.6, 0.3, 0]);
    expect([quality('A', null), quality('C', null), quality(null, null)]).toEqual([0.6, 0, 0]);
    expect(quality('B', 'B', ['OCOP', 'VIETGAP'])).toBe(0.2);
    expect(quality('A', 'C', ['OCOP', 'VIETGAP', 'ORGANIC', 'HACCP'])).toBe(1);
  });

  it('RELIABILITY starts at 70% and follows what was accepted of what was agreed', () => {
    const reliability = (...endedLines: Supplier['endedLines']) =>
      values({ supplier: { ...seller, endedLines } })['RELIABILITY'];
    expect(reliability()).toBe(0.7);
    expect(reliability({ agreedG: 1000, acceptedG: 1100 })).toBe(3.1 / 4);
    expect(reliability({ agreedG: 1000, acceptedG: 500 }, { agreedG: 3, acceptedG: 0 })).toBe(0.52);
    expect(reliabilityPeriod('2028-02-29')).toEqual({ from: '2025-02-28', to: '2028-02-29' });
  });

  it('INCLUSION is for suppliers of the collective economy that take part in no chain', () => {
    expect(values({})['INCLUSION']).toBe(1);
    expect(values({ supplier: { ...seller, linked: true } })['INCLUSION']).toBe(0);
    expect(values({ supplier: { ...seller, enterprise: true } })['INCLUSION']).toBe(0);
  });
});

describe('The score', () => {
  it('weighs the values', () => {
    // 0.3 × 2/3 + 0.2 × 1 + 0.15 × 1 + 0.15 × 0 + 0.15 × 0.7 + 0.05 × 1
    expect(score({})).toBe(0.705);
    expect(score({}, {}, { price: 1 })).toBe(0.666667);
  });

  it('rounds exactly half a millionth up, where doubles would fall short of it', () => {
    const openAndOneDayOf32 = score(
      { askPriceVndPerKg: null, availableFrom: '2027-01-01', availableTo: '2027-01-09' },
      { deliverTo: '2027-01-01' },
    );
    expect(openAndOneDayOf32).toBe(0.509688); // 0.15 + 0.2 + 0.15/32 + 0.105 + 0.05 = 0.5096875
  });
});
