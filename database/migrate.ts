import { migrateJobQueue, type DatabaseAddresses } from '@lienket/platform';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Awards1795900000019 } from './migrations/19-awards.js';
import { Contracts1795300000006 } from './migrations/6-contracts.js';
import { ContractSight1795900000016 } from './migrations/16-contract-sight.js';
import { Emails1795900000025 } from './migrations/25-emails.js';
import { Erasure1795900000015 } from './migrations/15-erasure.js';
import { Identity1795300000002 } from './migrations/2-identity.js';
import { Imports1795900000024 } from './migrations/24-imports.js';
import { LinkagesImported1795900000026 } from './migrations/26-linkages-imported.js';
import { ListingPhotos1795900000027 } from './migrations/27-listing-photos.js';
import { Market1795300000005 } from './migrations/5-market.js';
import { MatchingChanges1795900000017 } from './migrations/17-matching-changes.js';
import { MatchingRounds1795900000018 } from './migrations/18-matching-rounds.js';
import { NewestOfACommodity1795900000020 } from './migrations/20-newest-of-a-commodity.js';
import { Notices1795900000021 } from './migrations/21-notices.js';
import { OpenId1795900000012 } from './migrations/12-openid.js';
import { Participation1795300000007 } from './migrations/7-participation.js';
import { People1795900000011 } from './migrations/11-people.js';
import { PersonalData1795900000013 } from './migrations/13-personal-data.js';
import { Platform1795300000001 } from './migrations/1-platform.js';
import { QueueReports1795900000028 } from './migrations/28-queue-reports.js';
import { RefusedClaims1795900000029 } from './migrations/29-refused-claims.js';
import { Registry1795300000003 } from './migrations/3-registry.js';
import { RegistryReferences1795300000004 } from './migrations/4-registry-references.js';
import { Retention1795900000010 } from './migrations/10-retention.js';
import { RoundsAndRoles1795900000023 } from './migrations/23-rounds-and-roles.js';
import { RowLevelSecurity1795900000008 } from './migrations/8-row-level-security.js';
import { WaitingClaims1795900000022 } from './migrations/22-waiting-claims.js';
import { ensureRoles, letIn } from './roles.js';

const MIGRATION_LOCK = 1_818_846_063;

/** Brings a database to the newest schema. Any number of processes may start at once: one migrates, the others wait. */
export async function migrateDatabase(addresses: DatabaseAddresses): Promise<void> {
  const databaseUrl = addresses.DATABASE_URL;
  const gate = new pg.Client({ connectionString: databaseUrl });
  await gate.connect();
  try {
    await gate.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRoles(gate);
    const source = new DataSource({
      type: 'postgres',
      url: databaseUrl,
      installExtensions: false,
      migrationsTableName: 'schema_migration',
      migrations: [
        Platform1795300000001,
        Identity1795300000002,
        Registry1795300000003,
        RegistryReferences1795300000004,
        Market1795300000005,
        Contracts1795300000006,
        Participation1795300000007,
        RowLevelSecurity1795900000008,
        Retention1795900000010,
        People1795900000011,
        OpenId1795900000012,
        PersonalData1795900000013,
        Erasure1795900000015,
        ContractSight1795900000016,
        MatchingChanges1795900000017,
        MatchingRounds1795900000018,
        Awards1795900000019,
        NewestOfACommodity1795900000020,
        Notices1795900000021,
        WaitingClaims1795900000022,
        RoundsAndRoles1795900000023,
        Imports1795900000024,
        Emails1795900000025,
        LinkagesImported1795900000026,
        ListingPhotos1795900000027,
        QueueReports1795900000028,
        RefusedClaims1795900000029,
      ],
    });
    await source.initialize();
    try {
      await source.runMigrations({ transaction: 'each' });
    } finally {
      await source.destroy();
    }
    await migrateJobQueue(databaseUrl);
    await letIn(gate, addresses);
  } finally {
    await gate.end();
  }
}
