import { describe, expect, it } from '@jest/globals';
import { contractCountOf, readShare, shareInput, sharesOf, totalOf, type ShareDraft } from './bundle-draft';
import type { BundledDemand } from './documents';

const TONNE = { tradeUnit: 'tấn', kgPerTradeUnit: '1000' };
const supplierOf = (id: string, askPriceVndPerKg: string | null): ShareDraft['supplier'] => ({
  id,
  remainingKg: '8000',
  minimumLotKg: '500',
  askPriceVndPerKg,
  province: { nameVi: 'Đồng Tháp', nameEn: 'Đồng Tháp' },
  organization: { id: `of ${id}`, name: 'HTX' },
});
const bundle = {
  score: 0.6,
  suppliers: [
    { quantityKg: '8000', listing: supplierOf('a', '55000') },
    { quantityKg: '1500', listing: supplierOf('b', null) },
  ],
};
const demand: BundledDemand = {
  id: '1',
  status: 'OPEN',
  variety: null,
  remainingKg: '9500',
  deliverFrom: '2026-11-26',
  deliverTo: '2026-12-26',
  maximumPriceVndPerKg: '70000',
  buyer: { id: '2', chainRoles: [] },
  commodity: { code: 'durian', nameVi: 'Sầu riêng', nameEn: 'Durian', ...TONNE },
  bundles: [bundle],
};
const read = (share: Partial<ShareDraft>) =>
  readShare({ supplier: supplierOf('a', null), quantity: '5', price: '60.000', ...share }, TONNE, 'vi');

describe('a bundle that a buyer changes', () => {
  it('starts as it was found, at the price that is asked, and where none is at the most that the buyer pays', () => {
    const shares = sharesOf(bundle, demand, 'vi');
    expect(shares.map(({ quantity, price }) => [quantity, price])).toEqual([
      ['8', '55.000'],
      ['1,5', '70.000'],
    ]);
    const offered = shares.flatMap((share) => readShare(share, TONNE, 'vi').offered ?? []);
    expect(offered.map(shareInput)).toEqual([
      { listingId: 'a', quantityKg: '8000', priceVndPerKg: '55000' },
      { listingId: 'b', quantityKg: '1500', priceVndPerKg: '70000' },
    ]);
  });

  it.each([
    [{ quantity: 'nhiều' }, 'QUANTITY', null],
    [{ price: '' }, 'PRICE', null],
    [{ quantity: '8,001' }, null, 'MORE_THAN_LEFT'],
    [{ quantity: '0,4' }, null, 'LESS_THAN_LOT'],
    [{}, null, null],
  ] as const)('with the share %j has the fault %s and the warning %s', (share, fault, warning) => {
    expect(read(share)).toMatchObject({ fault, warning });
  });

  it('leaves out who gets nothing, whatever the price', () => {
    for (const quantity of ['0', '', ' 0 '])
      expect(read({ quantity, price: '' })).toMatchObject({ offered: null, fault: null });
  });

  it('sums what is offered, averages the price by kilogram, and counts contracts by organization', () => {
    const offered = [
      { listingId: 'a', organizationId: '1', quantityKg: 3000, priceVndPerKg: 50_000 },
      { listingId: 'b', organizationId: '1', quantityKg: 1000, priceVndPerKg: 70_000 },
      { listingId: 'c', organizationId: '2', quantityKg: 0.5, priceVndPerKg: 55_000 },
    ];
    expect(totalOf(offered.slice(0, 2))).toEqual({ quantityKg: 4000, averagePriceVndPerKg: 55_000 });
    expect(totalOf([])).toEqual({ quantityKg: 0, averagePriceVndPerKg: null });
    expect(contractCountOf(offered)).toBe(2);
  });
});
