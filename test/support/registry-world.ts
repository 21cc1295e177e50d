import {
  AcceptInvitation,
  actorOf,
  ChangePassword,
  HandOver,
  identityEntities,
  InvitePerson,
  LeaveOrganization,
  PasswordCheck,
  PeopleReads,
  RemovePerson,
  SetPersonRole,
  SignIn,
  SignOut,
  SignUp,
  UserReads,
  ViewerReads,
  WithdrawInvitation,
  type Viewer,
} from '@lienket/identity';
import { Commands, Database, readConfig, urlOf, type Refusal, type Result, type Transaction } from '@lienket/platform';
import {
  ApproveClaim,
  ClaimOrganization,
  ClaimReads,
  OrganizationListReads,
  OrganizationReads,
  RateOrganization,
  RefuseClaim,
  ReferenceReads,
  registryEntities,
  RegisterOrganization,
  SetOrganizationStatus,
  UpdateOrganization,
  type Organization,
  type OrganizationContent,
} from '@lienket/registry';
import sql from 'sql-template-tag';
import { addAccount } from './accounts.js';
import { createTestDatabase } from './database.js';
import { TestClock } from './test-clock.js';

export const CANTHO = '92';
export const HANOI = '01';
export const NOBODY = '00000000-0000-7000-8000-ffffffffffff';

export const refusal = <T>(result: Result<T>): Refusal | 'accepted' => (result.ok ? 'accepted' : result.refusal);

export const ADMINISTRATOR: Viewer = {
  userId: '00000000-0000-7000-8000-00000000000a',
  role: 'ADMINISTRATOR',
  organizationId: null,
  organizationRole: null,
  provinceCodes: [],
};
export const managerOf = (...provinceCodes: string[]): Viewer => ({
  userId: '00000000-0000-7000-8000-00000000000b',
  role: 'PROGRAM_MANAGER',
  organizationId: null,
  organizationRole: null,
  provinceCodes,
});

/** identity and registry on a database of their own, on a day that the test sets. */
export async function createRegistryWorld(settings: Record<string, string> = {}) {
  const testDatabase = await createTestDatabase();
  const config = readConfig({ DATABASE_URL: testDatabase.url, ...settings });
  const entities = [...identityEntities, ...registryEntities];
  const database = await Database.connect(config.DATABASE_URL, 4, entities);
  const api = await Database.connect(urlOf('lienket_api', config), config.LIENKET_DATABASE_POOL, entities);
  const commands = new Commands(api);
  const clock = new TestClock(new Date('2026-06-15T03:00:00.000Z'));
  const users = new UserReads(api);
  const passwords = new PasswordCheck(api, users, config);
  const references = new ReferenceReads(api);
  /** As the door does: in one transaction, on the viewer's behalf. */
  const run = <T>(viewer: Viewer, work: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>> =>
    commands.run(work, { actor: actorOf(viewer, clock.today()) });
  let count = 0;

  const world = {
    config,
    database,
    clock,
    users,
    references,
    run,
    viewers: new ViewerReads(api),
    signIn: new SignIn(commands, passwords, clock, config),
    signUp: new SignUp(api, commands, clock, config),
    signOut: new SignOut(),
    changePassword: new ChangePassword(commands, passwords, users, clock, config),
    people: new PeopleReads(api),
    invite: new InvitePerson(clock),
    withdrawInvitation: new WithdrawInvitation(),
    acceptInvitation: new AcceptInvitation(clock),
    setRole: new SetPersonRole(),
    removePerson: new RemovePerson(),
    handOver: new HandOver(),
    leave: new LeaveOrganization(),
    organizations: new OrganizationReads(api),
    organizationList: new OrganizationListReads(api),
    register: new RegisterOrganization(clock, references),
    update: new UpdateOrganization(clock, references),
    setStatus: new SetOrganizationStatus(clock),
    rate: new RateOrganization(clock),
    claim: new ClaimOrganization(clock),
    approve: new ApproveClaim(clock),
    refuse: new RefuseClaim(clock),
    claims: new ClaimReads(api),

    /** A trader without an organization. */
    async trader(login = `trader${(count += 1)}@test.vn`): Promise<Viewer> {
      const userId = await database.transaction((tx) => addAccount(tx, { login, role: 'TRADER' }, clock.now()));
      if (userId === null) throw new Error('The login is taken.');
      return { userId, role: 'TRADER', organizationId: null, organizationRole: null, provinceCodes: [] };
    },

    /** An ACTIVE cooperative in Cần Thơ unless the test says otherwise, without users. */
    async organization(content: Partial<OrganizationContent> = {}, by: Viewer = ADMINISTRATOR): Promise<string> {
      count += 1;
      const whole: OrganizationContent = {
        kind: 'COOPERATIVE',
        name: `Hợp tác xã ${count}`,
        provinceCode: '92',
        chainRoles: ['PRODUCER'],
        ...content,
      };
      const registered = await run(by, (tx) => world.register.execute(tx, by, whole));
      if (!registered.ok) throw new Error(`Refused: ${JSON.stringify(registered.refusal)}`);
      return registered.value;
    },

    /** An organization with its own trader, PENDING. */
    async ownOrganization(content: Partial<OrganizationContent> = {}): Promise<{ id: string; trader: Viewer }> {
      const trader = await world.trader();
      const id = await world.organization(content, trader);
      return { id, trader: { ...trader, organizationId: id, organizationRole: 'OWNER' } };
    },

    /** As the viewer sees it today. */
    async see(viewer: Viewer, id: string): Promise<Organization | null> {
      return (await world.organizations.organizationsById(viewer, [id], clock.today()))[0] ?? null;
    },

    /** From when to when it was what. */
    async stretches(id: string): Promise<string[]> {
      const rows = await database.query<{ line: string }>(sql`
        select concat_ws(' ', valid, status, province_code, agricultural, union_id) as line
        from registry.organization_profile where organization_id = ${id} order by lower(valid)`);
      return rows.map(({ line }) => line);
    },

    /** The organizations that were announced as changed since this was last asked. */
    async announced(): Promise<string[]> {
      const rows = await database.query<{ id: string }>(sql`
        delete from platform.outbox where topic = 'registry.organization-changed' returning payload ->> 'organizationId' as id`);
      return rows.map(({ id }) => id).sort();
    },

    async close(): Promise<void> {
      await database.close();
      await api.close();
      await testDatabase.drop();
    },
  };
  return world;
}

export type RegistryWorld = Awaited<ReturnType<typeof createRegistryWorld>>;
