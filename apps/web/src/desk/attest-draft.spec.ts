import { describe, expect, it } from '@jest/globals';
import type { Found } from '../registry/documents';
import { attestInput, emptyPaper, faultsOf, withoutParty, withParty, type AttestDraft } from './attest-draft';

const TODAY = '2026-11-26';
const found = (id: string, kind: Found['kind'], chainRoles: Found['chainRoles']): Found => ({
  ...{ id, kind, chainRoles, name: id, commune: null },
  province: { code: '82', nameVi: 'Đồng Tháp', nameEn: 'Dong Thap' },
});
const farm = found('farm', 'COOPERATIVE', ['PRODUCER', 'DISTRIBUTOR']);
const mill = found('mill', 'ENTERPRISE', ['INPUT_SUPPLIER', 'EXPORTER']);
const shop = found('shop', 'ENTERPRISE', ['PRODUCER']);

const whole: AttestDraft = {
  ...[farm, mill].reduce(withParty, emptyPaper(TODAY)),
  commodityCodes: ['durian'],
  signedOn: '2026-03-02',
  startsOn: '2026-03-01',
  evidence: ' HĐ 12/2026, tủ số 3 ',
};

describe('what a paper says', () => {
  it('is sent whole: who, in which role, led by the enterprise, in what, when, on what evidence', () => {
    expect(faultsOf(whole, TODAY)).toEqual({});
    expect(attestInput(whole)).toEqual({
      form: 'PRODUCTION',
      parties: [
        { organizationId: 'farm', roles: ['PRODUCER'], lead: false },
        { organizationId: 'mill', roles: ['EXPORTER'], lead: true },
      ],
      commodityCodes: ['durian'],
      signedOn: '2026-03-02',
      startsOn: '2026-03-01',
      endsOn: '2026-12-31',
      evidence: 'HĐ 12/2026, tủ số 3',
    });
  });

  it('has each party once, and no lead that is gone', () => {
    expect(withParty(whole, farm)).toEqual(whole);
    expect(withoutParty(whole, 'mill')).toMatchObject({ leadId: '', parties: [{ organization: { id: 'farm' } }] });
  });

  it('that is empty lacks everything but the last day', () => {
    expect(faultsOf(emptyPaper(TODAY), TODAY)).toEqual({
      parties: 'TWO_PARTIES',
      commodities: 'NO_COMMODITY',
      signedOn: 'NO_DAY',
      startsOn: 'NO_DAY',
      evidence: 'NO_EVIDENCE',
    });
  });

  it.each<[string, Partial<AttestDraft>, object]>([
    ['a day to come', { signedOn: '2026-11-27' }, { signedOn: 'SIGNED_LATER' }],
    ['an end before it starts', { endsOn: '2026-02-28' }, { endsOn: 'ENDS_BEFORE' }],
    ['nobody who leads', { leadId: '' }, { parties: 'NO_LEAD' }],
    [
      'two enterprises',
      [mill, shop].reduce(withParty, { ...whole, parties: [], leadId: '' }),
      { parties: 'NO_LINKAGE' },
    ],
    [
      'two farms',
      { parties: whole.parties.map((party) => ({ ...party, roles: ['PRODUCER'] })) },
      { parties: 'NO_LINKAGE' },
    ],
    [
      'a party that does nothing',
      { parties: whole.parties.map((party) => ({ ...party, roles: [] })) },
      { parties: 'NO_ROLE' },
    ],
  ])('is refused with %s', (_, changed, faults) => {
    expect(faultsOf({ ...whole, ...changed }, TODAY)).toEqual(faults);
  });

  it('may be a plain sale of anybody to anybody', () => {
    const sale = [mill, shop].reduce(withParty, { ...whole, form: 'SPOT_SALE' as const, parties: [], leadId: '' });
    expect(faultsOf(sale, TODAY)).toEqual({});
  });
});
