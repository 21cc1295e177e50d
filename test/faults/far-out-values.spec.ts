import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isEnumType, isInputObjectType } from 'graphql';
import { addCrowd, type Member } from '../support/crowd.js';
import { startLienket, type Lienket } from '../support/lienket.js';
import { createLot, offerReadyToSign } from '../support/offers.js';
import { addPerson } from '../support/people.js';
import { ID, placesOfSchema, type Place } from '../support/places.js';

/** Of the right form, at the ends of what the form lets through. */
const EXTREMES: Readonly<Record<string, readonly unknown[]>> = {
  ID: [
    '',
    '0',
    -1,
    9007199254740991,
    ID,
    '💥',
    'ß'.repeat(9000),
    "'; drop table registry.organization; --",
    '{}',
    '%_\\',
  ],
  String: [
    "'; select 1; --",
    '💥'.repeat(200),
    '\u202e\u0300',
    '%',
    '_',
    '\\',
    '"',
    '{{7*7}}',
    '<script>',
    'İ',
    '\ufdfa'.repeat(18),
    'YQ',
    'WyIiLCIiXQ',
    'WzEsMl0',
  ],
  Int: [0, 1, -1, 2, 100, 2_147_483_647, -2_147_483_648],
  Float: [0, -0, 1, 5e-324, 1.7976931348623157e308, -1.7976931348623157e308, 23.9999999999, 117.99999999],
  Boolean: [true, false],
  Decimal: ['0', '0.001', '1', '9999999999.999', '1000000000', '100000000', '100'],
  Date: [
    '0001-01-01',
    '0099-12-31',
    '1582-10-10',
    '1970-01-01',
    '2024-02-29',
    '2026-11-22',
    '2031-11-22',
    '9898-12-31',
    '9899-12-31',
    '9999-12-31',
  ],
  DateTime: [
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '1970-01-01T00:00:00.000Z',
    '2026-11-22T07:30:00.123456789Z',
    '2016-12-31T23:59:60Z',
    '9999-12-31T23:59:59.999Z',
    '9999-12-31T23:59:59-14:00',
  ],
};

/** Signing out would leave the others without a session, and hashing passwords takes its time. */
const OF_SESSIONS = /(sign(In|Up|Out)|changePassword|eraseMe)$/;

const extremesAt = ({ type, isList }: Place): readonly unknown[] => {
  if (isInputObjectType(type)) return isList ? [[]] : [];
  const values = isEnumType(type) ? type.getValues().map(({ name }) => name) : (EXTREMES[type.name] ?? []);
  return isList ? [[], values.slice(0, 3), Array.from({ length: 5000 }, () => values[0]), null] : values;
};

describe('a value of the right form, however far out,', () => {
  let lienket: Lienket;
  let askers: { token?: string }[];
  let real: Readonly<Record<string, string>>;

  beforeAll(async () => {
    lienket = await startLienket({
      LIENKET_ROLE: 'api',
      LIENKET_OFFERS_PER_MINUTE: '1000000',
      LIENKET_SIGNATURES_PER_MINUTE: '1000000',
    });
    const database = lienket.owner;
    const [supplier] = (await addCrowd(database, 'COOPERATIVE', 1, 'PRODUCER')) as [Member];
    const [buyer] = (await addCrowd(database, 'ENTERPRISE', 1, 'PROCESSOR')) as [Member];
    const listing = await createLot(lienket, supplier, '1000');
    const contract = await offerReadyToSign(lienket, supplier, buyer, [{ listingId: listing, quantityKg: '1' }]);
    const { createDemand } = await lienket.ask<{ createDemand: { id: string } }>(
      'mutation { createDemand(input: { commodityCode: "milled_rice", quantityKg: "10", deliverFrom: "2026-11-22", deliverTo: "2030-01-01" }) { id } }',
      {},
      buyer,
    );
    askers = [{}, supplier, buyer, { token: await addPerson(lienket, 'admin@example.vn', 'ADMINISTRATOR') }];
    real = {
      Organization: supplier.organizationId,
      Listing: listing,
      Demand: createDemand.id,
      LinkageContract: contract,
      Contract: contract,
    };
  });

  afterAll(() => lienket.close());

  /** The ids of a document and its variables, as ids of things that are there. */
  const withRealIds = (place: Place, value: unknown): [string, object] => {
    const kind = Object.keys(real).find((name) => place.of.includes(name)) ?? 'Organization';
    const swap = (text: string) => (value === ID ? text : text.replaceAll(ID, real[kind]!));
    const variables = swap(JSON.stringify(place.variablesWith(value)))
      .replaceAll('"provinceCode":"' + real[kind]!, '"provinceCode":"92')
      .replaceAll('"commodityCode":"' + real[kind]!, '"commodityCode":"milled_rice');
    return [swap(place.document), JSON.parse(variables) as object];
  };

  const places = placesOfSchema().filter(({ root, of }) => root !== 'subscription' && !OF_SESSIONS.test(of));
  const fields = [...new Set(places.map(({ of }) => of))].map((name) => ({
    name,
    places: places.filter(({ of }) => of === name),
  }));

  it.each(fields)('is answered or refused in $name, and never a fault', async ({ places: ofField }) => {
    const faults: string[] = [];
    for (const place of ofField)
      for (const value of extremesAt(place)) {
        const [document, variables] = withRealIds(place, value);
        const answers = await Promise.all(askers.map((asker) => lienket.send(document, variables, asker)));
        for (const { errors } of answers)
          if (errors?.some(({ extensions }) => /INTERNAL|VALIDATION|PARSE|UNAVAILABLE|OUTCOME/.test(extensions.code)))
            faults.push(
              `${place.name} = ${JSON.stringify(value).slice(0, 60)}: ${JSON.stringify(errors).slice(0, 200)}`,
            );
      }
    expect(faults).toEqual([]);
  });
});
