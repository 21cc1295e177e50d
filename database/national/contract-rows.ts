import { digest, entryHash, type ContractEventType } from '@lienket/contracts';
import { instantText, listText, type TableRows } from './copy-rows.js';
import type { Agreement } from './national-agreements.js';
import { atHour, dayOf, dayText } from './national-days.js';
import type { NationalUsers } from './national-users.js';
import { manyRowsOf, rowsOf } from './registry-rows.js';

const VALIDITY_DAYS = 30;
const TERMS = 'Giao hàng tại kho bên mua, thanh toán trong 7 ngày sau nghiệm thu.';
const REASON = 'Không thống nhất được giá';

const versionOf = ({ counteredAt }: Agreement): number => (counteredAt === null ? 1 : 2);
const isBySupplier = (agreement: Agreement, version: number): boolean =>
  version === 1 ? agreement.offeredBySupplier : !agreement.offeredBySupplier;
const offererOf = (agreement: Agreement, version: number) =>
  isBySupplier(agreement, version) ? agreement.supplier : agreement.buyer;
/** An attested contract has parties and no versions. */
const versionsOf = (agreement: Agreement): number[] => agreement.lineIds.map((_, index) => index + 1);
const validUntil = ({ offeredAt, counteredAt, endsOn }: Agreement): number =>
  Math.min(dayOf(counteredAt ?? offeredAt) + VALIDITY_DAYS, endsOn);
const evidenceOf = ({ supplier, signedOn }: Agreement): string =>
  `Hợp đồng số ${supplier.number}/${dayText(signedOn ?? 0).slice(0, 4)}/HĐLK`;

/** The numbers follow the order of offering. */
export const contractRows = (agreements: readonly Agreement[], managerId: string): TableRows => ({
  table: 'contracts.contract',
  columns: [
    'id', 'number', 'origin', 'status', 'form', 'version', 'offered_by', 'terms', 'evidence', 'starts_on', 'ends_on',
    'valid_until', 'signed_on', 'terminated_on', 'attested_by', 'commodity_codes', 'created_at',
  ], // prettier-ignore
  rows: rowsOf(agreements.entries(), ([index, agreement]) => {
    const isAttested = agreement.origin === 'ATTESTED';
    const version = versionOf(agreement);
    const { id, origin, status, form, startsOn, endsOn, signedOn, terminatedOn, crop, offeredAt } = agreement;
    return [
      id,
      `LK-${dayText(dayOf(offeredAt)).slice(0, 4)}-${String(index + 1).padStart(6, '0')}`,
      origin,
      status,
      form,
      version,
      isAttested ? null : offererOf(agreement, version).id,
      isAttested ? null : TERMS,
      isAttested ? evidenceOf(agreement) : null,
      dayText(startsOn),
      dayText(endsOn),
      isAttested ? null : dayText(validUntil(agreement)),
      signedOn === null ? null : dayText(signedOn),
      terminatedOn === null ? null : dayText(terminatedOn),
      isAttested ? managerId : null,
      listText([crop.code]),
      instantText(offeredAt),
    ];
  }),
});

export const partyRows = (agreements: readonly Agreement[]): TableRows => ({
  table: 'contracts.contract_party',
  columns: ['contract_id', 'organization_id', 'roles', 'lead', 'position'],
  rows: manyRowsOf(agreements, ({ id, supplier, buyer, form }) => [
    [id, supplier.id, '{PRODUCER}', false, 0],
    [id, buyer.id, listText(rolesOf(buyer.chainRoles, form)), true, 1],
  ]),
});

const rolesOf = (own: readonly string[], form: string): string[] =>
  form.startsWith('INPUTS') || form === 'FULL_CHAIN' ? [...own, 'INPUT_SUPPLIER'] : [...own];

export const versionRows = (agreements: readonly Agreement[]): TableRows => ({
  table: 'contracts.contract_version',
  columns: ['contract_id', 'version', 'offered_by', 'offered_at', 'starts_on', 'ends_on', 'terms'],
  rows: manyRowsOf(agreements, (agreement) =>
    versionsOf(agreement).map((version) => [
      agreement.id,
      version,
      offererOf(agreement, version).id,
      instantText(version === 1 ? agreement.offeredAt : (agreement.counteredAt ?? agreement.offeredAt)),
      dayText(agreement.startsOn),
      dayText(agreement.endsOn),
      TERMS,
    ]),
  ),
});

export const lineRows = (agreements: readonly Agreement[]): TableRows => ({
  table: 'contracts.contract_line',
  columns: [
    'id', 'contract_id', 'version', 'position', 'supplier_id', 'buyer_id', 'listing_id', 'demand_id', 'commodity_code', 'grade',
    'quantity_kg', 'accepted_kg', 'price_mechanism', 'price_vnd_per_kg',
  ], // prettier-ignore
  rows: manyRowsOf(agreements, (agreement) =>
    versionsOf(agreement).map((version) => {
      const { id, lineIds, supplier, buyer, listing, demand, crop, grade, quantityKg, acceptedKg } = agreement;
      return [
        lineIds[version - 1] ?? null,
        id,
        version,
        0,
        supplier.id,
        buyer.id,
        listing?.id ?? null,
        demand?.id ?? null,
        crop.code,
        grade,
        quantityKg,
        version === versionOf(agreement) ? acceptedKg : 0,
        'FIXED',
        priceOf(agreement, version),
      ];
    }),
  ),
});

/** A counter-offer asks for some VND more or less. */
const priceOf = (agreement: Agreement, version: number): number =>
  version === 1
    ? agreement.priceVndPerKg
    : Math.round((agreement.priceVndPerKg * (isBySupplier(agreement, 2) ? 1.03 : 0.97)) / 10) * 10;

export const signatureRows = (agreements: readonly Agreement[], users: NationalUsers): TableRows => ({
  table: 'contracts.signature',
  columns: ['contract_id', 'version', 'organization_id', 'user_id', 'signed_at'],
  rows: manyRowsOf(agreements, (agreement) =>
    signersOf(agreement).map(({ organization, at }) => [
      agreement.id,
      versionOf(agreement),
      organization.id,
      users.of(organization),
      instantText(at),
    ]),
  ),
});

const signersOf = ({ supplier, buyer, signedAt }: Agreement) =>
  [
    { organization: supplier, at: signedAt.supplier },
    { organization: buyer, at: signedAt.buyer },
  ].flatMap(({ organization, at }) => (at === null ? [] : [{ organization, at }]));

export const deliveryRows = (agreements: readonly Agreement[]): TableRows => ({
  table: 'contracts.delivery',
  columns: [
    'id',
    'contract_id',
    'line_id',
    'delivered_on',
    'quantity_kg',
    'accepted_kg',
    'grade',
    'recorded_by',
    'recorded_at',
  ],
  rows: manyRowsOf(agreements, ({ id: contractId, lineIds, deliveries, grade, supplier, buyer }) =>
    deliveries.map(({ id, on, at, quantityKg, acceptedKg, bySupplier }) => [
      id,
      contractId,
      lineIds.at(-1) ?? null,
      dayText(on),
      quantityKg,
      acceptedKg,
      grade,
      bySupplier ? supplier.id : buyer.id,
      instantText(at),
    ]),
  ),
});

interface Happening {
  readonly type: ContractEventType;
  readonly at: Date;
  readonly organizationId: string | null;
  readonly version: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The history of each contract with its chain of hashes, up to what the nightly job had written by the morning of today. */
export const eventRows = (
  agreements: readonly Agreement[],
  today: number,
  managerId: string,
  users: NationalUsers,
): TableRows => ({
  table: 'contracts.contract_event',
  columns: ['contract_id', 'sequence', 'type', 'at', 'organization_id', 'version', 'facts', 'hash'],
  rows: manyRowsOf(agreements, (agreement) => {
    let hash = '';
    const happenings =
      agreement.origin === 'ATTESTED' ? [attested(agreement, managerId)] : happeningsOf(agreement, users);
    return [...happenings, ...lastOf(agreement, today, managerId, users)].map((happening, index) => {
      const sequence = index + 1;
      hash = entryHash({ ...happening, contractId: agreement.id, sequence }, hash);
      const { type, at, organizationId, version, facts } = happening;
      return [agreement.id, sequence, type, at.toISOString(), organizationId, version, JSON.stringify(facts), hash];
    });
  }),
});

function attested(agreement: Agreement, managerId: string): Happening {
  const facts = { userId: managerId, evidence: evidenceOf(agreement), content: contentOf(agreement, 1) };
  return { type: 'ATTESTED', at: new Date(agreement.offeredAt), organizationId: null, version: 1, facts };
}

function happeningsOf(agreement: Agreement, users: NationalUsers): Happening[] {
  const { offeredAt, counteredAt, deliveries, lineIds, signedOn, supplier, buyer } = agreement;
  const version = versionOf(agreement);
  const happenings: Happening[] = [];
  const write = (
    type: ContractEventType,
    at: number,
    organization: typeof supplier | null,
    more: object,
    of = version,
  ) =>
    happenings.push({
      type,
      at: new Date(at),
      organizationId: organization?.id ?? null,
      version: of,
      facts: { ...(organization && { userId: users.of(organization) }), ...more },
    });
  write('OFFERED', offeredAt, offererOf(agreement, 1), { content: contentOf(agreement, 1) }, 1);
  if (counteredAt !== null)
    write('COUNTERED', counteredAt, offererOf(agreement, 2), { content: contentOf(agreement, 2) });
  const signers = signersOf(agreement);
  for (const { organization, at } of signers) write('SIGNED_BY_PARTY', at, organization, {});
  if (signedOn !== null) write('SIGNED', signers.at(-1)?.at ?? offeredAt, null, { signedOn: dayText(signedOn) });
  for (const { id, on, at, quantityKg, acceptedKg, bySupplier } of deliveries)
    write('DELIVERY_RECORDED', at, bySupplier ? supplier : buyer, {
      deliveryId: id,
      lineId: lineIds.at(-1),
      deliveredOn: dayText(on),
      quantityKg: String(quantityKg),
      acceptedKg: String(acceptedKg),
    });
  return happenings;
}

/** How it ended: by somebody, by the last delivery, by the day, or not yet. */
function lastOf(agreement: Agreement, today: number, managerId: string, users: NationalUsers): Happening[] {
  const { status, endsOn, endedAt, terminatedOn, deliveries, supplier, buyer, origin } = agreement;
  const version = versionOf(agreement);
  const byNobody = { organizationId: null, version } as const;
  const lastDay = status === 'OFFERED' ? validUntil(agreement) : endsOn;
  switch (status) {
    case 'OFFERED':
    case 'SIGNED': {
      if (lastDay >= today) return [];
      const type = status === 'OFFERED' ? 'EXPIRED' : 'COMPLETED';
      return [{ type, at: new Date(atHour(lastDay + 1, 0)), ...byNobody, facts: { lastDay: dayText(lastDay) } }];
    }
    case 'COMPLETED':
      return [{ type: 'COMPLETED', at: new Date(deliveries.at(-1)?.at ?? 0), ...byNobody, facts: {} }];
    default: {
      // Whoever made the version withdraws it, the other one declines it; a manager terminates what was attested.
      const by = (status === 'WITHDRAWN') === isBySupplier(agreement, version) ? supplier : buyer;
      const isAttested = origin === 'ATTESTED';
      const facts = {
        userId: isAttested ? managerId : users.of(by),
        ...(status === 'WITHDRAWN' ? {} : { reason: REASON }),
        ...(terminatedOn !== null && { terminatedOn: dayText(terminatedOn) }),
      };
      const organizationId = isAttested ? null : by.id;
      return [{ type: status, at: new Date(endedAt ?? 0), organizationId, version, facts }];
    }
  }
}

const contentOf = (agreement: Agreement, version: number): string =>
  digest({
    form: agreement.form,
    startsOn: dayText(agreement.startsOn),
    endsOn: dayText(agreement.endsOn),
    parties: [agreement.supplier.id, agreement.buyer.id],
    commodityCodes: [agreement.crop.code],
    quantityKg: agreement.quantityKg,
    priceVndPerKg: priceOf(agreement, version),
  });
