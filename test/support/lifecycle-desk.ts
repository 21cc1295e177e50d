import { isInForce, RecordLapsed } from '@lienket/contracts';
import { addDays, type Refusal, type Result, type Transaction } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { Act, seenOf, Terms, Who } from '../oracle/lifecycle-model.js';
import {
  ContractReads,
  CounterContract,
  DeclineContract,
  OfferContract,
  offerOf,
  RecordDelivery,
  SignContract,
  TerminateContract,
  TODAY,
  TradeWorld,
  WithdrawContract,
  WithdrawPosting,
  type Trader,
} from './trade-world.js';

type Seen = ReturnType<typeof seenOf>;
type People = Readonly<Record<Who, Trader>>;

/** Something wrong that is done in the transaction of an act, before it. */
export type Before = (tx: Transaction, contractId: string) => Promise<unknown>;

/** A market with a clock of its own, so that time passes for one sequence alone, and who is beside farm and mill. */
export interface Lane {
  readonly world: TradeWorld;
  readonly UNION: Trader;
  readonly STRANGER: Trader;
}

export async function openLane(): Promise<Lane> {
  const world = await TradeWorld.open();
  const UNION = await world.trader({ kind: 'COOPERATIVE_UNION' });
  return { world, UNION, STRANGER: await world.trader({ kind: 'ENTERPRISE' }) };
}

interface Found {
  readonly id: string;
  readonly version: number;
  /** The line of each version. */
  readonly lineIds: Readonly<Record<string, string>>;
  readonly signedBy: string[];
  readonly acceptedKg: number;
  readonly ledger: string[];
}

/** Carries out on a real market what the model says of plain objects: a farm, a mill and a lot of their own, and who is beside them. */
export class LifecycleDesk {
  private day = 0;
  private readonly contracts: string[] = [];
  private readonly lots: string[] = [];
  /** The line of each version of each contract. */
  private readonly lines = new Map<string, string>();

  private constructor(
    private readonly world: TradeWorld,
    private readonly people: People,
    private readonly before: Partial<Record<Act['does'], Before>>,
  ) {
    world.clock.moveTo(TODAY);
  }

  /** Farm and mill are new each time; those beside them may have been there before. */
  static async open({ world, UNION, STRANGER }: Lane, before: Partial<Record<Act['does'], Before>> = {}) {
    const [FARM, MILL] = [await world.trader(), await world.trader({ kind: 'ENTERPRISE' })];
    return new LifecycleDesk(world, { FARM, MILL, UNION, STRANGER }, before);
  }

  /** @returns in the model's words what came back. */
  async carryOut(act: Act): Promise<string> {
    switch (act.does) {
      case 'PASS':
        this.day += act.days;
        this.world.clock.moveTo(this.on(this.day));
        return 'DONE';
      case 'RECORD_LAPSED':
        await this.world.get(RecordLapsed).record();
        return 'DONE';
      case 'POST': {
        const window = { availableFrom: this.on(this.day), availableTo: this.on(this.day + act.forDays) };
        this.lots.push(await this.world.listing(this.people.FARM, { quantityKg: String(act.kg), ...window }));
        return 'DONE';
      }
      case 'OFFER': {
        const offered = await this.world.run(
          OfferContract,
          this.people[act.by],
          this.offerOf(act.terms, act.withUnion),
        );
        if (offered.ok) this.contracts.push(offered.value);
        return said(offered);
      }
      case 'TAKE_DOWN':
        return said(
          await this.world.run(WithdrawPosting, this.people[act.by], { kind: 'LISTING', id: this.lots[act.lot]! }),
        );
      default:
        return this.onContract(act, this.contracts[act.on]!);
    }
  }

  private async onContract(act: Extract<Act, { on: number }>, id: string): Promise<string> {
    const viewer = this.people[act.by];
    const before = this.before[act.does] ?? (() => Promise.resolve());
    const run = async <Input>(useCase: UseCaseClass<Input>, input: Input) =>
      said(await this.world.runAfter((tx) => before(tx, id), useCase, viewer, input));
    switch (act.does) {
      case 'COUNTER': {
        const withUnion = await this.isPartyOf(id, this.people.UNION);
        return run(CounterContract, { id, expectedVersion: act.version, input: this.offerOf(act.terms, withUnion) });
      }
      case 'SIGN':
        return run(SignContract, { id, expectedVersion: act.version });
      case 'DECLINE':
        return run(DeclineContract, { id, reason: 'x' });
      case 'WITHDRAW':
        return run(WithdrawContract, { id });
      case 'TERMINATE': {
        const terminatedOn = act.inDays === null ? null : this.on(this.day + act.inDays);
        return run(TerminateContract, { id, reason: 'x', terminatedOn });
      }
      case 'DELIVER': {
        const kg = String(act.acceptedKg);
        const lineId = this.lines.get(`${id} ${String(act.version)}`)!;
        const deliveredOn = this.on(this.day - act.daysAgo);
        return run(RecordDelivery, { contractId: id, lineId, deliveredOn, quantityKg: kg, acceptedKg: kg });
      }
    }
  }

  /** Status and whether it is in force as the application tells the farm, all else as it stands in the tables. */
  async look(): Promise<Seen> {
    const today = this.world.clock.today();
    const [rows, [tables]] = await Promise.all([
      this.world.get(ContractReads).contractsById(this.people.FARM, this.contracts, today),
      this.world.database.query<{ found: Found[]; lots: (Seen['lots'][number] & { id: string })[] }>(sql`
        select array(
          select jsonb_build_object('id', c.id, 'version', c.version, 'lineIds', (select jsonb_object_agg(version, id) from contracts.contract_line each where each.contract_id = c.id),
            'acceptedKg', line.accepted_kg,
            'signedBy', array(select organization_id from contracts.signature s where s.contract_id = c.id and s.version = c.version),
            'ledger', array(select type from contracts.contract_event e where e.contract_id = c.id order by sequence))
          from contracts.contract c join contracts.contract_line line on line.contract_id = c.id and line.version = c.version
          where c.id = any(${this.contracts}::uuid[])
        ) as found, array(
          select jsonb_build_object('id', id, 'leftKg', quantity_kg - held_kg, 'isWithdrawn', withdrawn_at is not null)
          from market.listing where id = any(${this.lots}::uuid[])
        ) as lots`),
    ]);
    const { found, lots } = tables!;
    for (const { id, lineIds } of found)
      for (const [version, lineId] of Object.entries(lineIds)) this.lines.set(`${id} ${version}`, lineId);
    return {
      contracts: this.contracts.map((id) => {
        const row = rows.find((each) => each.id === id)!;
        const { version, signedBy, acceptedKg, ledger } = found.find((each) => each.id === id)!;
        const signers = signedBy.map((organizationId) => this.whoIs(organizationId)).sort();
        const told = { status: row.status, inForce: isInForce(row, today) };
        return { ...told, version, signedBy: signers, acceptedKg, ledger };
      }),
      lots: this.lots.map((id) => {
        const { leftKg, isWithdrawn } = lots.find((each) => each.id === id)!;
        return { leftKg, isWithdrawn };
      }),
    };
  }

  private offerOf({ kg, lot, startsIn, lastsDays, validForDays }: Terms, withUnion: boolean) {
    const { FARM, MILL, UNION } = this.people;
    const offer = offerOf(FARM, MILL, { quantityKg: String(kg), listingId: lot === null ? null : this.lots[lot]! });
    return {
      ...offer,
      ...(withUnion && {
        parties: [...offer.parties, { organizationId: UNION.organizationId, roles: ['DISTRIBUTOR' as const] }],
      }),
      startsOn: this.on(this.day + startsIn),
      endsOn: this.on(this.day + startsIn + lastsDays),
      validUntil: validForDays === null ? null : this.on(this.day + validForDays),
    };
  }

  private async isPartyOf(contractId: string, { organizationId }: Trader): Promise<boolean> {
    const found = await this.world.database.query(
      sql`select from contracts.contract_party where contract_id = ${contractId} and organization_id = ${organizationId}`,
    );
    return found.length > 0;
  }

  private whoIs(organizationId: string): Who {
    return (Object.keys(this.people) as Who[]).find((who) => this.people[who].organizationId === organizationId)!;
  }

  private on(day: number): string {
    return addDays(TODAY, day);
  }
}

type UseCaseClass<Input> = Parameters<typeof TradeWorld.prototype.run<Input>>[0];

const said = (result: Result<string>): string => (result.ok ? 'DONE' : toldOf(result.refusal));

function toldOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'INVALID_INPUT':
      return `INVALID_INPUT ${refusal.field}`;
    case 'INVALID_STATE':
      return `INVALID_STATE ${String(refusal.state)}`;
    case 'INSUFFICIENT_QUANTITY':
      return `INSUFFICIENT_QUANTITY ${refusal.availableKg}`;
    default:
      return refusal.code;
  }
}
