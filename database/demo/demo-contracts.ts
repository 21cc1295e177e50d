import { addDays, businessDay, earliest, latest } from '@lienket/platform';
import { daysBetween } from './demo-calendar.js';
import { contentDigest, firstLine, workingTime, writeLedger, type Desk, type Happening } from './demo-desk.js';
import type { Agreement, DemoParty } from './demo-linkages.js';
import type { ContractDraftRow, LineRow, PartyRow, WrittenContract } from './demo-rows.js';

const VALIDITY_DAYS = 30;
const TERMS = [
  'Bên mua bao tiêu toàn bộ sản lượng đạt chuẩn; giá chốt trước mỗi vụ.',
  'Giao hàng tại kho bên mua, thanh toán trong 7 ngày sau nghiệm thu.',
  'Bên mua ứng trước vật tư đầu vụ, trừ dần vào tiền hàng.',
  null,
];
const REASONS = [
  'Không thống nhất được giá',
  'Sản lượng không đáp ứng yêu cầu',
  'Đã có hợp đồng với đối tác khác',
  'Thay đổi kế hoạch sản xuất',
];

/** What becomes of an offer that nobody signs to the end. */
export type Unsigned = 'OFFERED' | 'DECLINED' | 'WITHDRAWN';

/** Writes down a contract that was signed on paper: it has parties and evidence, no lines. */
export function writeAttested(desk: Desk, agreement: Agreement): void {
  const { dice, managerId } = desk;
  const createdAt = workingTime(dice, agreement.recordedOn, 10);
  const id = dice.id(createdAt);
  const commune = agreement.parties[0]?.organization.commune ?? '';
  const evidence = `Hợp đồng số ${dice.whole(1, 99)}/${agreement.signedOn.slice(0, 4)}/HĐLK, lưu tại Ủy ban nhân dân ${commune}`;
  const facts = {
    userId: managerId,
    evidence,
    content: contentDigest({ ...wordsOf(agreement), evidence, signedOn: agreement.signedOn }),
  };
  const happenings: Happening[] = [{ type: 'ATTESTED', at: createdAt, organizationId: null, version: 1, facts }];
  const terminated = addTermination(desk, agreement, happenings, 1);
  const row: ContractDraftRow = {
    ...termOf(agreement),
    id,
    number: '',
    status: terminated ? 'TERMINATED' : 'SIGNED',
    version: 1,
    offered_by: null,
    terms: null,
    evidence,
    valid_until: null,
    signed_on: agreement.signedOn,
    terminated_on: null,
    attested_by: managerId,
    created_at: createdAt,
  };
  file(desk, { row, parties: partyRows(id, agreement), recordedOn: agreement.recordedOn, terminated }, happenings);
}

/** Writes down a contract that was offered, sometimes countered, and signed here, with its deliveries until yesterday. */
export function writeSigned(desk: Desk, agreement: Agreement): void {
  const { rows } = desk;
  const { offer, line, happenings, version, lastStepAt } = negotiate(desk, agreement);
  const signers = [...agreement.parties].sort((a) => (a === offer.by ? -1 : 1));
  for (const [index, { organization }] of signers.entries()) {
    const at = new Date(lastStepAt.getTime() + (index + 1) * 7 * 60_000);
    const userId = desk.userOf(organization);
    rows.signatures.push({
      contract_id: offer.id,
      version,
      organization_id: organization.id,
      user_id: userId,
      signed_at: at,
    });
    happenings.push({ type: 'SIGNED_BY_PARTY', at, organizationId: organization.id, version, facts: { userId } });
    if (index === signers.length - 1)
      happenings.push({ type: 'SIGNED', at, organizationId: null, version, facts: { signedOn: agreement.signedOn } });
  }
  const completed = deliver(desk, agreement, line, happenings);
  const terminated = completed ? null : addTermination(desk, agreement, happenings, version);
  const held = terminated ? Math.min(line.quantity_kg, line.accepted_kg) : line.quantity_kg;
  hold(desk, line, held);
  const row: ContractDraftRow = {
    ...offer.row,
    status: completed ? 'COMPLETED' : terminated ? 'TERMINATED' : 'SIGNED',
    signed_on: agreement.signedOn,
  };
  file(
    desk,
    { row, parties: partyRows(offer.id, agreement), recordedOn: agreement.recordedOn, terminated },
    happenings,
  );
}

/** Writes down an offer that was not signed by all. It holds nothing and counts nowhere. */
export function writeUnsigned(desk: Desk, agreement: Agreement, fate: Unsigned): void {
  const { dice } = desk;
  const { offer, happenings, version, lastStepAt } = negotiate(desk, agreement);
  const other = agreement.parties.find((party) => party !== offer.by) ?? offer.by;
  if (fate === 'OFFERED' && dice.chance(0.4)) {
    const at = new Date(lastStepAt.getTime() + 20 * 60_000);
    const userId = desk.userOf(offer.by.organization);
    desk.rows.signatures.push({
      contract_id: offer.id,
      version,
      organization_id: offer.by.organization.id,
      user_id: userId,
      signed_at: at,
    });
    happenings.push({
      type: 'SIGNED_BY_PARTY',
      at,
      organizationId: offer.by.organization.id,
      version,
      facts: { userId },
    });
  }
  if (fate !== 'OFFERED') {
    const by = fate === 'DECLINED' ? other : offer.by;
    const reason = fate === 'DECLINED' ? { reason: dice.of(REASONS) } : {};
    const at = new Date(lastStepAt.getTime() + dice.whole(30, 90) * 60_000);
    happenings.push({
      type: fate,
      at,
      organizationId: by.organization.id,
      version,
      facts: { userId: desk.userOf(by.organization), ...reason },
    });
  }
  const row: ContractDraftRow = { ...offer.row, status: fate, signed_on: null };
  file(
    desk,
    { row, parties: partyRows(offer.id, agreement), recordedOn: agreement.recordedOn, terminated: null },
    happenings,
  );
}

/** The offer, and sometimes a counter-offer: what is signed is the last version. All of it ends on the day of the agreement. */
function negotiate(desk: Desk, agreement: Agreement) {
  const { dice, rows, calendar } = desk;
  const [supplier, buyer] = agreement.parties;
  const [crop] = agreement.crops;
  if (!supplier || !buyer || !crop) throw new Error('A contract has a supplier, a buyer and a commodity.');
  const offeredOn = latest(addDays(agreement.signedOn, -dice.whole(0, 8)), addDays(calendar.takeOver, 1));
  const at = workingTime(dice, offeredOn, 8, 12);
  const id = dice.id(at);
  const [by, other]: [DemoParty, DemoParty] = dice.chance(0.55) ? [buyer, supplier] : [supplier, buyer];
  const first = firstLine(desk, {
    contractId: id,
    offeredOn,
    startsOn: agreement.startsOn,
    endsOn: agreement.endsOn,
    crop,
    supplier,
    buyer,
  });
  const happenings: Happening[] = [];
  let [offering, line, version, lastStepAt, terms] = [by, first, 1, at, dice.of(TERMS)];
  const write = (type: 'OFFERED' | 'COUNTERED'): void => {
    rows.lines.push(line);
    rows.versions.push({
      contract_id: id,
      version,
      offered_by: offering.organization.id,
      offered_at: lastStepAt,
      starts_on: agreement.startsOn,
      ends_on: agreement.endsOn,
      terms,
    });
    const facts = {
      userId: desk.userOf(offering.organization),
      content: contentDigest({ ...wordsOf(agreement), lines: [line], terms }),
    };
    happenings.push({ type, at: lastStepAt, organizationId: offering.organization.id, version, facts });
  };
  write('OFFERED');
  if (dice.chance(0.12)) {
    line = {
      ...first,
      id: dice.id(at),
      version: 2,
      price_vnd_per_kg: Math.round((first.price_vnd_per_kg * (other === supplier ? 1.03 : 0.97)) / 10) * 10,
    };
    [offering, version, lastStepAt, terms] = [
      other,
      2,
      workingTime(dice, dice.day(offeredOn, agreement.signedOn), 13, 14),
      dice.of(TERMS),
    ];
    write('COUNTERED');
  }
  lastStepAt = latestInstant(lastStepAt, workingTime(dice, agreement.signedOn, 14, 16));
  const row: Omit<ContractDraftRow, 'status' | 'signed_on'> = {
    ...termOf(agreement),
    id,
    number: '',
    version,
    offered_by: offering.organization.id,
    terms,
    evidence: null,
    valid_until: earliest(addDays(offeredOn, VALIDITY_DAYS), agreement.endsOn),
    terminated_on: null,
    attested_by: null,
    created_at: at,
  };
  return { offer: { id, row, by: offering }, line, happenings, version, lastStepAt };
}

/** Deliveries from the first day in force until yesterday; answers whether they reached what was agreed. */
function deliver(desk: Desk, agreement: Agreement, line: LineRow, happenings: Happening[]): boolean {
  const { dice, rows, calendar } = desk;
  const { startsOn, endsOn, signedOn, terminated, crops } = agreement;
  const from = latest(startsOn, signedOn);
  const stop = terminated ? addDays(terminated.knownOn, -1) : endsOn;
  const until = earliest(stop, calendar.yesterday);
  if (until <= from) return false;
  const ended = !terminated && endsOn <= calendar.yesterday;
  const kept =
    dice.weighted([1, 0.93, 0.7], (share) => (share === 1 ? 6 : share === 0.93 ? 3 : 1)) * (terminated ? 0.8 : 1);
  const elapsed = daysBetween(from, until) / Math.max(1, daysBetween(from, endsOn));
  const planned = Math.floor((line.quantity_kg * kept * (ended ? 1 : elapsed * dice.between(0.6, 0.95))) / 10) * 10;
  const count = Math.min(dice.whole(1, 4), Math.floor(planned / 100));
  const days = Array.from({ length: count }, () => dice.day(addDays(from, 1), until)).sort();
  for (const [index, day] of days.entries()) {
    const acceptedKg = index === count - 1 ? planned - line.accepted_kg : Math.floor(planned / count / 10) * 10;
    const quantityKg = Math.round(acceptedKg / dice.between(0.95, 1) / 10) * 10;
    const recordedAt = new Date(workingTime(dice, day, 9, 17).getTime() + index);
    const by = agreement.parties[dice.chance(0.6) ? 1 : 0]?.organization;
    if (!by) throw new Error('A contract has two parties.');
    const id = dice.id(recordedAt);
    rows.deliveries.push({
      id,
      contract_id: line.contract_id,
      line_id: line.id,
      delivered_on: day,
      quantity_kg: Math.max(quantityKg, acceptedKg),
      accepted_kg: acceptedKg,
      grade: crops[0]?.grades[0] ?? null,
      note: null,
      recorded_by: by.id,
      recorded_at: recordedAt,
    });
    line.accepted_kg += acceptedKg;
    const facts = {
      userId: desk.userOf(by),
      deliveryId: id,
      lineId: line.id,
      deliveredOn: day,
      quantityKg: String(Math.max(quantityKg, acceptedKg)),
      acceptedKg: String(acceptedKg),
    };
    happenings.push({ type: 'DELIVERY_RECORDED', at: recordedAt, organizationId: by.id, version: line.version, facts });
  }
  const last = happenings.at(-1);
  const completed = line.accepted_kg >= line.quantity_kg;
  if (completed && last)
    happenings.push({ type: 'COMPLETED', at: last.at, organizationId: null, version: line.version, facts: {} });
  return completed;
}

function addTermination(desk: Desk, { parties, terminated }: Agreement, happenings: Happening[], version: number) {
  const [party] = parties;
  if (!terminated || !party) return null;
  const { effectiveOn, knownOn } = terminated;
  const facts = { userId: desk.userOf(party.organization), reason: desk.dice.of(REASONS), terminatedOn: effectiveOn };
  happenings.push({
    type: 'TERMINATED',
    at: workingTime(desk.dice, knownOn),
    organizationId: party.organization.id,
    version,
    facts,
  });
  return terminated;
}

function hold({ rows }: Desk, line: LineRow, heldKg: number): void {
  const listing = rows.listings.find(({ id }) => id === line.listing_id);
  const demand = rows.demands.find(({ id }) => id === line.demand_id);
  if (listing) listing.held_kg += heldKg;
  if (demand) demand.held_kg += heldKg;
}

function file(desk: Desk, contract: WrittenContract, happenings: readonly Happening[]): void {
  desk.rows.contracts.push(contract);
  writeLedger(desk, contract.row.id, happenings);
}

const wordsOf = ({ form, parties, startsOn, endsOn }: Agreement): object => ({
  form,
  startsOn,
  endsOn,
  parties: parties.map(({ organization, roles, lead }) => ({ organizationId: organization.id, roles, lead })),
});

const termOf = ({ origin, form, startsOn, endsOn, crops }: Agreement) => ({
  origin,
  form,
  starts_on: startsOn,
  ends_on: endsOn,
  commodity_codes: crops.map(({ code }) => code).sort(),
});

const partyRows = (contractId: string, { parties }: Agreement): PartyRow[] =>
  parties.map(({ organization, roles, lead }, position) => ({
    contract_id: contractId,
    organization_id: organization.id,
    roles,
    lead,
    position,
  }));

const latestInstant = (a: Date, b: Date): Date => (a > b ? a : b);

/** The numbers follow the order of offering. */
export function numberContracts(contracts: readonly WrittenContract[]): void {
  const inOrder = [...contracts].sort(
    (a, b) => a.row.created_at.getTime() - b.row.created_at.getTime() || (a.row.id < b.row.id ? -1 : 1),
  );
  for (const [index, { row }] of inOrder.entries())
    row.number = `LK-${businessDay(row.created_at).slice(0, 4)}-${String(index + 1).padStart(6, '0')}`;
}
