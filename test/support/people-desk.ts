import type { OrganizationRole, Viewer } from '@lienket/identity';
import sql from 'sql-template-tag';
import { createRegistryWorld, type RegistryWorld } from './registry-world.js';

export const NOT_FOUND = { ok: false, refusal: { code: 'NOT_FOUND' } };
export const FORBIDDEN = { ok: false, refusal: { code: 'FORBIDDEN' } };
export const DONE = { ok: true, value: true };

export const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

/** Organizations with their people, and what these can do to each other. */
export class PeopleDesk {
  private logins = 0;

  private constructor(readonly world: RegistryWorld) {}

  static async open(): Promise<PeopleDesk> {
    return new PeopleDesk(await createRegistryWorld());
  }

  newLogin(): string {
    this.logins += 1;
    return `person${String(this.logins)}@people.vn`;
  }

  invite(by: Viewer, login: string, role: OrganizationRole = 'TRADER') {
    return this.world.run(by, (tx) => this.world.invite.execute(tx, by, { login, role }));
  }

  acceptAs(viewer: Viewer, token: string) {
    return this.world.run(viewer, (tx) => this.world.acceptInvitation.execute(tx, viewer, { token }));
  }

  setRole(by: Viewer, { userId }: { userId: string }, role: OrganizationRole) {
    return this.world.run(by, (tx) => this.world.setRole.execute(tx, by, { userId, role }));
  }

  remove(by: Viewer, { userId }: { userId: string }) {
    return this.world.run(by, (tx) => this.world.removePerson.execute(tx, by, { userId }));
  }

  handOver(by: Viewer, { userId }: { userId: string }) {
    return this.world.run(by, (tx) => this.world.handOver.execute(tx, by, { userId }));
  }

  leave(by: Viewer) {
    return this.world.run(by, (tx) => this.world.leave.execute(tx, by));
  }

  withdraw(by: Viewer, id: string) {
    return this.world.run(by, (tx) => this.world.withdrawInvitation.execute(tx, by, { id }));
  }

  /** An organization with its owner. */
  async cooperative(): Promise<{ id: string; owner: Viewer }> {
    const { id, trader } = await this.world.ownOrganization();
    return { id, owner: trader };
  }

  /** Somebody more of the owner's organization. */
  async join(owner: Viewer, role: OrganizationRole): Promise<Viewer> {
    const login = this.newLogin();
    const guest = await this.world.trader(login);
    const { token } = value(await this.invite(owner, login, role));
    value(await this.acceptAs(guest, token));
    return { ...guest, organizationId: owner.organizationId, organizationRole: role };
  }

  /** Who acts for an organization, as its table says. */
  async rolesOf(id: string | null): Promise<Record<string, string>> {
    const rows = await this.world.database.query<{ id: string; role: string }>(
      sql`select id, organization_role as role from identity.app_user where organization_id = ${id}`,
    );
    return Object.fromEntries(rows.map((row) => [row.id, row.role]));
  }
}
