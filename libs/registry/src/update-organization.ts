import { manages, owns, type Viewer } from '@lienket/identity';
import { accept, announce, Clock, invalid, refuse, type Day, type Result, type Transaction } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import { organizationChanged } from './organization-events.js';
import { changeFrom, profileOn, type ChainRole, type ProfileHistory } from './organization-profile.js';
import { missingCoordinate } from './organization-rules.js';
import { OrganizationRecord } from './organization.entity.js';
import { findOrganizations, type Organization } from './organization.reads.js';
import { loadHistory, lockOrganization, saveHistory } from './organization.store.js';
import { ReferenceReads } from './reference.reads.js';

/** Null clears, what is left out stays. */
export interface OrganizationChanges {
  readonly name?: string;
  readonly provinceCode?: string;
  readonly commune?: string | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  readonly chainRoles?: readonly ChainRole[];
  readonly memberCount?: number | null;
  readonly agricultural?: boolean;
  readonly highTech?: boolean;
  readonly memberOfId?: string | null;
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
}

export interface UpdateOrganizationInput {
  readonly id: string;
  readonly changes: OrganizationChanges;
  /** The day from which province, agricultural and membership change; today by default. Other changes have no days. */
  readonly effectiveOn?: Day | null;
}

/** What only managers change: figures rest on it. */
const MANAGED = ['provinceCode', 'agricultural', 'memberOfId'] as const;

/**
 * By an OWNER of it or a manager of its province. Refused: what only managers change, from a trader; an unknown
 * province; one coordinate without the other; a membership that is not of a cooperative in a union; a day before its
 * registration.
 */
@Injectable()
export class UpdateOrganization {
  constructor(
    private readonly clock: Clock,
    private readonly references: ReferenceReads,
  ) {}

  async execute(
    tx: Transaction,
    viewer: Viewer,
    { id, changes, effectiveOn }: UpdateOrganizationInput,
  ): Promise<Result<string>> {
    const today = this.clock.today();
    const organization = await lockOrganization(tx, viewer, id, today);
    if (!organization) return refuse({ code: 'NOT_FOUND' });
    const day = effectiveOn ?? today;
    const permitted = judgeRight(viewer, organization, changes, day === today);
    if (!permitted.ok) return permitted;
    const record = await tx.entities.findOneByOrFail(OrganizationRecord, { id: organization.id });
    const judged = await this.judgeRules(tx, viewer, organization, record, changes);
    if (!judged.ok) return judged;
    const history = await loadHistory(tx, organization.id);
    if (!profileOn(history, day)) return refuse({ code: 'INVALID_STATE', state: null });
    await tx.entities.save(Object.assign(record, recordChanges(changes)));
    await this.changeProfile(tx, organization.id, history, changes, day);
    return accept(organization.id);
  }

  private async judgeRules(
    tx: Transaction,
    viewer: Viewer,
    organization: Organization,
    record: OrganizationRecord,
    changes: OrganizationChanges,
  ): Promise<Result<void>> {
    const { provinceCode, memberOfId } = changes;
    if (provinceCode !== undefined && !(await this.references.provinces()).has(provinceCode))
      return invalid('input.provinceCode', 'UNKNOWN');
    const { latitude = record.latitude, longitude = record.longitude } = changes;
    const missing = missingCoordinate({ latitude, longitude });
    if (missing) return invalid(`input.${missing}`, 'MISMATCH');
    if (memberOfId == null) return accept(undefined);
    const [union] = await findOrganizations(tx, viewer, [memberOfId], this.clock.today());
    if (!union) return invalid('input.memberOfId', 'UNKNOWN');
    const fits = organization.kind === 'COOPERATIVE' && union.kind === 'COOPERATIVE_UNION';
    return fits ? accept(undefined) : invalid('input.memberOfId', 'MISMATCH');
  }

  private async changeProfile(
    tx: Transaction,
    id: string,
    history: ProfileHistory,
    changes: OrganizationChanges,
    day: Day,
  ): Promise<void> {
    const { provinceCode, agricultural, memberOfId } = changes;
    let changed = history;
    if (provinceCode !== undefined) changed = changeFrom(changed, 'provinceCode', provinceCode, day);
    if (agricultural !== undefined) changed = changeFrom(changed, 'agricultural', agricultural, day);
    if (memberOfId !== undefined) changed = changeFrom(changed, 'unionId', memberOfId?.toLowerCase() ?? null, day);
    if (MANAGED.every((attribute) => changes[attribute] === undefined)) return;
    await saveHistory(tx, id, changed);
    const unions = memberOfId === undefined ? [] : [profileOn(history, day)?.unionId, memberOfId?.toLowerCase()];
    const touched = new Set([id, ...unions.filter((union) => union != null)]);
    await announce(tx, ...[...touched].map(organizationChanged));
  }
}

function judgeRight(
  viewer: Viewer,
  organization: Organization,
  changes: OrganizationChanges,
  effectiveToday: boolean,
): Result<void> {
  if (manages(viewer, organization.provinceCode)) return accept(undefined);
  if (!owns(viewer, organization.id)) return refuse({ code: 'FORBIDDEN' });
  const managed = MANAGED.find((attribute) => changes[attribute] !== undefined);
  if (managed) return refuse({ code: 'FORBIDDEN', field: `input.${managed}` });
  return effectiveToday ? accept(undefined) : refuse({ code: 'FORBIDDEN', field: 'effectiveOn' });
}

function recordChanges(changes: OrganizationChanges): Partial<OrganizationRecord> {
  const { name, commune, latitude, longitude, chainRoles, memberCount, highTech, contactName, contactPhone } = changes;
  return {
    ...(name !== undefined && { name: name.normalize('NFC') }),
    ...(commune !== undefined && { commune: commune?.normalize('NFC') ?? null }),
    ...(latitude !== undefined && { latitude }),
    ...(longitude !== undefined && { longitude }),
    ...(chainRoles && chainRoles.length > 0 && { chainRoles: [...new Set(chainRoles)] }),
    ...(memberCount !== undefined && { memberCount }),
    ...(highTech !== undefined && { highTech }),
    ...(contactName !== undefined && { contactName: contactName?.normalize('NFC') ?? null }),
    ...(contactPhone !== undefined && { contactPhone }),
  };
}
