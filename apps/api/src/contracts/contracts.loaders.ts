import {
  AwardReads,
  ContractHistoryReads,
  ContractPartReads,
  ContractReads,
  type AwardRow,
  type AwardShareRow,
  type ContractRow,
  type DeliveryRow,
  type EventRow,
  type LineRow,
  type PartyRow,
  type VersionRow,
} from '@lienket/contracts';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { signedIn, type Asker } from '../door/asker.js';
import { countsBy, pagesBy } from '../door/page-loaders.js';

interface VersionKey {
  readonly contractId: string;
  readonly version: number;
}

@Injectable()
export class ContractsLoaders {
  constructor(
    private readonly contracts: ContractReads,
    private readonly parts: ContractPartReads,
    private readonly history: ContractHistoryReads,
    private readonly awards: AwardReads,
  ) {}

  for(asker: Asker) {
    const { today } = asker;
    const viewer = () => signedIn(asker);
    return {
      /** As the asker may see it today; null where they may not. */
      contract: new DataLoader<string, ContractRow | null>(async (ids) => {
        const byId = keyed(await this.contracts.contractsById(viewer(), ids, today), ({ id }) => id);
        return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
      }),
      parties: listsBy<PartyRow>(ofContract, (ids) => this.parts.partiesOf(viewer(), ids, today)),
      versions: listsBy<VersionRow>(ofContract, (ids) => this.parts.versionsOf(viewer(), ids, today)),
      lines: new DataLoader<VersionKey, LineRow[], string>(
        async (keys) => {
          const rows = await this.parts.linesOf(viewer(), keys, today);
          return keys.map(({ contractId, version }) =>
            rows.filter((row) => row.contractId === contractId && row.version === version),
          );
        },
        { cacheKeyFn: ({ contractId, version }) => `${contractId} ${String(version)}` },
      ),
      line: new DataLoader<string, LineRow | undefined>(async (ids) => {
        const byId = keyed(await this.parts.linesById(viewer(), ids, today), ({ id }) => id);
        return ids.map((id) => byId.get(id));
      }),
      /** As the asker may see it; null where they may not. */
      award: new DataLoader<string, AwardRow | null>(async (ids) => {
        const byId = keyed(await this.awards.awardsById(viewer(), ids, today), ({ id }) => id);
        return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
      }),
      /** Of a contract; null where it is in none that the asker may see. */
      awardOf: new DataLoader<string, AwardRow | null>(async (contractIds) => {
        const byContract = keyed(await this.awards.awardsOf(viewer(), contractIds, today), (row) => row.contractId);
        return contractIds.map((id) => byContract.get(id) ?? null);
      }),
      awardContracts: listsBy(ofAward, (ids) => this.awards.contractIdsOf(viewer(), ids, today)),
      awardShares: listsBy<AwardShareRow>(ofAward, (ids) => this.awards.sharesOf(viewer(), ids, today)),
      events: pagesBy<EventRow>((ids, page) => this.history.eventsOf(viewer(), ids, page, today)),
      deliveries: pagesBy<DeliveryRow>((ids, page) => this.history.deliveriesOf(viewer(), ids, page, today)),
      eventCount: countsBy((ids) => this.history.countEvents(viewer(), ids, today)),
      deliveryCount: countsBy((ids) => this.history.countDeliveries(viewer(), ids, today)),
    };
  }
}

const keyed = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row> =>
  new Map(rows.map((row) => [keyOf(row), row]));

const ofContract = ({ contractId }: { readonly contractId: string }): string => contractId;
const ofAward = ({ awardId }: { readonly awardId: string }): string => awardId;

const listsBy = <Row>(keyOf: (row: Row) => string, read: (ids: readonly string[]) => Promise<Row[]>) =>
  new DataLoader<string, Row[]>(async (ids) => {
    const lists = new Map<string, Row[]>(ids.map((id) => [id, []]));
    for (const row of await read(ids)) lists.get(keyOf(row))?.push(row);
    return ids.map((id) => lists.get(id) ?? []);
  });
