import { ContractReads } from '@lienket/contracts';
import { ConsentReads, emailOf, UserReads, viewerOf, type ConsentLanguage, type Viewer } from '@lienket/identity';
import { CONFIG, type Config, type Database, type Day } from '@lienket/platform';
import { OrganizationReads } from '@lienket/registry';
import { Inject, Injectable } from '@nestjs/common';
import type { WrittenNotice } from './email-words.js';
import { NoticeReads } from './notice.reads.js';
import { ReadersDatabase } from './readers-database.js';

/** Who wants to be told by e-mail, now. */
export interface EmailReader {
  readonly viewer: Viewer;
  readonly address: string;
  readonly language: ConsentLanguage;
}

/** Looks as the reader of an e-mail, and so sees what they see in the console. */
@Injectable()
export class EmailReaders {
  private readonly users: UserReads;
  private readonly consents: ConsentReads;
  private readonly notices: NoticeReads;
  private readonly contracts: ContractReads;
  private readonly organizations: OrganizationReads;

  constructor(@Inject(ReadersDatabase) database: Database, @Inject(CONFIG) config: Config) {
    this.users = new UserReads(database);
    this.consents = new ConsentReads(database, config);
    this.notices = new NoticeReads(database);
    this.contracts = new ContractReads(database);
    this.organizations = new OrganizationReads(database);
  }

  /** Null where they are gone, have no address or take their consent back. */
  async find(userId: string, today: Day): Promise<EmailReader | null> {
    const user = await this.users.byId(userId);
    const address = user && emailOf(user.login);
    if (user === null || address === null) return null;
    const viewer = viewerOf(user);
    const { given, language } = await this.consents.to(viewer, 'NOTICES_BY_EMAIL', today);
    return given ? { viewer, address, language: language ?? 'vi' } : null;
  }

  /** Those of them that are the viewer's, the oldest first. */
  async written(
    viewer: Viewer,
    ids: readonly string[],
    today: Day,
  ): Promise<(WrittenNotice & { readonly id: string })[]> {
    const rows = await this.notices.noticesById(viewer, ids, today);
    const idsOf = (refs: (string | null)[]) => [...new Set(refs.flatMap((ref) => ref ?? []))];
    const [contracts, organizations] = await Promise.all([
      this.contracts.contractsById(viewer, idsOf(rows.map(({ contractId }) => contractId)), today),
      this.organizations.organizationsById(
        viewer,
        idsOf(rows.flatMap(({ claimedId, byId }) => [claimedId, byId])),
        today,
      ),
    ]);
    const numbers = new Map(contracts.map(({ id, number }) => [id, number]));
    const names = new Map(organizations.map(({ id, name }) => [id, name]));
    return rows.map(({ id, kind, at, contractId, claimedId, byId }) => ({
      ...{ id, kind, at, contractId },
      of: numbers.get(contractId ?? '') ?? names.get(claimedId ?? '') ?? null,
      by: names.get(byId ?? '') ?? null,
    }));
  }
}
