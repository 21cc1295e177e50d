import { emailOf, findUser, linkUserToOrganization, manages, mayTrade, viewerOf, type Viewer } from '@lienket/identity';
import { accept, announce, Clock, invalid, refuse, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { organizationChanged } from './organization-events.js';
import { newHistory, type ChainRole, type OrganizationKind } from './organization-profile.js';
import { missingCoordinate } from './organization-rules.js';
import { findOrganizations } from './organization.reads.js';
import { addOrganization } from './organization.store.js';
import { ReferenceReads } from './reference.reads.js';

export interface OrganizationContent {
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly taxCode?: string | null;
  readonly provinceCode: string;
  readonly commune?: string | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  readonly chainRoles: readonly ChainRole[];
  readonly memberCount?: number | null;
  readonly agricultural?: boolean | null;
  readonly highTech?: boolean | null;
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
}

/**
 * By a trader without an organization: PENDING, and the caller becomes its trader. By a manager in their provinces:
 * ACTIVE at once, without users. Refuses a manager of other provinces, an unknown province, one coordinate without the
 * other, a taken tax code, a trader who has an organization already.
 */
@Injectable()
export class RegisterOrganization {
  constructor(
    private readonly clock: Clock,
    private readonly references: ReferenceReads,
  ) {}

  async execute(tx: Transaction, viewer: Viewer, content: OrganizationContent): Promise<Result<string>> {
    const byTrader = viewer.role === 'TRADER';
    if (byTrader ? !mayTrade(viewer) : !manages(viewer, content.provinceCode)) return refuse({ code: 'FORBIDDEN' });
    if (!(await this.references.provinces()).has(content.provinceCode)) return invalid('input.provinceCode', 'UNKNOWN');
    const missing = missingCoordinate(content);
    if (missing) return invalid(`input.${missing}`, 'MISMATCH');
    const login = byTrader ? (await findUser(tx, viewer.userId))?.login : undefined;
    const { kind, provinceCode } = content;
    const status = byTrader ? 'PENDING' : 'ACTIVE';
    const history = newHistory(
      { status, kind, provinceCode, agricultural: content.agricultural ?? true, unionId: null },
      this.clock.today(),
    );
    const id = await addOrganization(
      tx,
      { ...this.recordOf(content), contactEmail: login === undefined ? null : emailOf(login) },
      history,
    );
    if (id === null) return invalid('input.taxCode', 'TAKEN');
    // Asked last, as state is; whoever else registers for this trader at the same moment is told apart here too.
    if (byTrader && !(await linkUserToOrganization(tx, viewer.userId, id)))
      return refuse({ code: 'INVALID_STATE', state: await this.statusOfOwn(tx, viewer) });
    await announce(tx, organizationChanged(id));
    return accept(id);
  }

  /** Of the organization that the trader has already. */
  private async statusOfOwn(tx: Transaction, { userId }: Viewer): Promise<string | null> {
    const user = await findUser(tx, userId);
    if (!user?.organizationId) return null;
    const [own] = await findOrganizations(tx, viewerOf(user), [user.organizationId], this.clock.today());
    return own?.status ?? null;
  }

  private recordOf(content: OrganizationContent) {
    return {
      name: content.name.normalize('NFC'),
      taxCode: content.taxCode ?? null,
      commune: content.commune?.normalize('NFC') ?? null,
      latitude: content.latitude ?? null,
      longitude: content.longitude ?? null,
      chainRoles: [...new Set(content.chainRoles)],
      memberCount: content.memberCount ?? null,
      highTech: content.highTech ?? false,
      contactName: content.contactName?.normalize('NFC') ?? null,
      contactPhone: content.contactPhone ?? null,
      createdAt: this.clock.now(),
    };
  }
}
