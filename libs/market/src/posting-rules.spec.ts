import { describe, expect, it } from '@jest/globals';
import { judgePosting, minimumLot } from './posting-rules.js';
import { demandContent, listingContent, type ListingInput } from './posting.js';

const today = '2026-11-22';
const references = { grades: ['A', 'B'], knownCertifications: new Set(['VIETGAP']), provinceIsKnown: true };
const input: ListingInput = {
  commodityCode: 'rice',
  quantityKg: '1000',
  availableFrom: '2026-11-01',
  availableTo: '2026-12-31',
};
const judge = (changes: Partial<ListingInput>, known = references, heldKg = '0') =>
  judgePosting('LISTING', listingContent({ ...input, ...changes }), { references: known, today, heldKg });

describe('a posting', () => {
  it('is accepted as it is', () => {
    expect(judge({ grade: 'B', certifications: ['VIETGAP'], latitude: 10, longitude: 105 })).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['an unknown commodity', 'input.commodityCode', judge({}, { ...references, grades: null as never })],
    ['a grade that the commodity does not have', 'input.grade', judge({ grade: 'Z' })],
    ['an unknown certificate', 'input.certifications.1', judge({ certifications: ['VIETGAP', 'NOPE'] })],
    ['a lot that is more than the whole', 'input.minimumLotKg', judge({ minimumLotKg: '1000.001' })],
    ['less than contracts hold', 'input.quantityKg', judge({}, references, '1000.001')],
    ['a window that ends before it starts', 'input.availableTo', judge({ availableFrom: '2027-01-01' })],
    ['a window that is over', 'input.availableTo', judge({ availableTo: '2026-11-21' })],
    ['an unknown province', 'input.provinceCode', judge({}, { ...references, provinceIsKnown: false })],
    ['half a place', 'input.longitude', judge({ latitude: 10 })],
    ['the other half of a place', 'input.latitude', judge({ longitude: 105 })],
  ])('is refused with %s', (_, field, result) => {
    expect(result).toMatchObject({ ok: false, refusal: { code: 'INVALID_INPUT', field } });
  });

  it('names the fields of a demand as the caller knows them', () => {
    const demand = demandContent({
      commodityCode: 'rice',
      quantityKg: '1',
      deliverFrom: today,
      deliverTo: '2026-11-21',
    });
    expect(judgePosting('DEMAND', demand, { references, today, heldKg: '0' })).toMatchObject({
      refusal: { field: 'input.deliverTo' },
    });
  });

  it('has by default lots of 1 kg, or of all of it where that is less', () => {
    expect(minimumLot({ minimumLotKg: null, quantityKg: '1000' })).toBe('1');
    expect(minimumLot({ minimumLotKg: null, quantityKg: '0.25' })).toBe('0.25');
    expect(minimumLot({ minimumLotKg: '5', quantityKg: '10' })).toBe('5');
  });
});
