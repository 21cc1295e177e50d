import {
  ApproveClaim,
  ClaimOrganization,
  OrganizationReads,
  RateOrganization,
  RefuseClaim,
  RegisterOrganization,
  SetOrganizationStatus,
  UpdateOrganization,
  type OrganizationChanges,
} from '@lienket/registry';
import { Mutation, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import { refusalError } from '../door/refusal-error.js';
import type {
  MutationApproveClaimArgs,
  MutationClaimOrganizationArgs,
  MutationRateOrganizationArgs,
  MutationRefuseClaimArgs,
  MutationRegisterOrganizationArgs,
  MutationSetOrganizationStatusArgs,
  MutationUpdateOrganizationArgs,
} from '../generated/graphql.js';

@Resolver()
export class OrganizationRegistration {
  constructor(
    private readonly door: Door,
    private readonly registers: RegisterOrganization,
    private readonly claims: ClaimOrganization,
    private readonly approves: ApproveClaim,
    private readonly refuses: RefuseClaim,
  ) {}

  @Mutation()
  async registerOrganization(_: unknown, { input }: MutationRegisterOrganizationArgs, context: RequestContext) {
    const id = await this.door.carryOut(context, (tx, viewer) => this.registers.execute(tx, viewer, input));
    if (context.viewer?.role === 'TRADER')
      context.become({ ...context.viewer, organizationId: id, organizationRole: 'OWNER' });
    return organizationAfter(id, context);
  }

  @Mutation()
  async claimOrganization(_: unknown, args: MutationClaimOrganizationArgs, context: RequestContext) {
    await this.door.carryOut(context, (tx, viewer) => this.claims.execute(tx, viewer, args));
    return true;
  }

  @Mutation()
  async approveClaim(_: unknown, args: MutationApproveClaimArgs, context: RequestContext) {
    return organizationAfter(
      await this.door.carryOut(context, (tx, viewer) => this.approves.execute(tx, viewer, args)),
      context,
    );
  }

  @Mutation()
  async refuseClaim(_: unknown, args: MutationRefuseClaimArgs, context: RequestContext) {
    return organizationAfter(
      await this.door.carryOut(context, (tx, viewer) => this.refuses.execute(tx, viewer, args)),
      context,
    );
  }
}

@Resolver()
export class OrganizationChangesMutations {
  constructor(
    private readonly door: Door,
    private readonly updates: UpdateOrganization,
    private readonly setsStatus: SetOrganizationStatus,
    private readonly rates: RateOrganization,
    private readonly organizations: OrganizationReads,
  ) {}

  @Mutation()
  async updateOrganization(
    _: unknown,
    { id, input, effectiveOn }: MutationUpdateOrganizationArgs,
    context: RequestContext,
  ) {
    // The form has refused null where only leaving out makes sense.
    const changes = input as OrganizationChanges;
    await this.door.carryOut(context, (tx, viewer) => this.updates.execute(tx, viewer, { id, changes, effectiveOn }));
    const viewer = signedIn(context);
    if (viewer.role !== 'PROGRAM_MANAGER' || changes.provinceCode === undefined) return organizationAfter(id, context);
    // Who moves one that isn't active out of their provinces sees it no more, but is told what became of it.
    const mover = { ...viewer, provinceCodes: inAddition(changes.provinceCode, viewer.provinceCodes) };
    const [moved] = await this.organizations.organizationsById(mover, [id], context.today);
    return moved ?? organizationAfter(id, context);
  }

  @Mutation()
  async setOrganizationStatus(_: unknown, args: MutationSetOrganizationStatusArgs, context: RequestContext) {
    return organizationAfter(
      await this.door.carryOut(context, (tx, viewer) => this.setsStatus.execute(tx, viewer, args)),
      context,
    );
  }

  @Mutation()
  async rateOrganization(_: unknown, args: MutationRateOrganizationArgs, context: RequestContext) {
    return organizationAfter(
      await this.door.carryOut(context, (tx, viewer) => this.rates.execute(tx, viewer, args)),
      context,
    );
  }
}

/** None is the whole country, to which nothing can be added. */
const inAddition = (code: string, codes: readonly string[]): readonly string[] =>
  codes.length === 0 ? codes : [...codes, code];

/** The organization as it is now; what was done again for an idempotency key may be seen no more. */
async function organizationAfter(id: string, { loaders, language }: RequestContext) {
  const organization = await loaders.registry.organization.load(id);
  if (!organization) throw refusalError({ code: 'NOT_FOUND' }, language);
  return organization;
}
