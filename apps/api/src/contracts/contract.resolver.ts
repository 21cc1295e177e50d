import {
  isInForce,
  type ContractRow,
  type DeliveryRow,
  type EventRow,
  type LineRow,
  type PartyRow,
  type VersionRow,
} from '@lienket/contracts';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { connection, newestPageRequest, numberedPageRequest } from '../door/connection.js';
import type { RequestContext } from '../door/context.js';
import { shown } from '../door/shown.js';
import type {
  LinkageContractDeliveriesArgs,
  LinkageContractEventsArgs,
  LinkageContractInForceArgs,
} from '../generated/graphql.js';

/** What the parties wrote may name anybody of them. */
const written = (text: string | null, contractId: string, context: RequestContext) =>
  shown(text, 'CONTRACT_TEXT', context, async () =>
    (await context.loaders.contracts.parties.load(contractId)).map(({ organizationId }) => organizationId),
  );

@Resolver('LinkageContract')
export class ContractFields {
  @ResolveField()
  terms({ id, terms }: ContractRow, _: unknown, context: RequestContext) {
    return written(terms, id, context);
  }

  @ResolveField()
  evidence({ id, evidence }: ContractRow, _: unknown, context: RequestContext) {
    return written(evidence, id, context);
  }

  @ResolveField()
  parties({ id }: ContractRow, _: unknown, { loaders }: RequestContext) {
    return loaders.contracts.parties.load(id);
  }

  @ResolveField()
  lines({ id, version }: ContractRow, _: unknown, { loaders }: RequestContext) {
    return loaders.contracts.lines.load({ contractId: id, version });
  }

  @ResolveField()
  commodities({ commodityCodes }: ContractRow, _: unknown, { loaders }: RequestContext) {
    return Promise.all(commodityCodes.map(async (code) => loaders.registry.commodity.load(code)));
  }

  @ResolveField()
  inForce(contract: ContractRow, { asOf }: LinkageContractInForceArgs, { today }: RequestContext) {
    return isInForce(contract, asOf ?? today);
  }

  @ResolveField()
  versions({ id }: ContractRow, _: unknown, { loaders }: RequestContext) {
    return loaders.contracts.versions.load(id);
  }

  @ResolveField()
  async events({ id }: ContractRow, args: LinkageContractEventsArgs, { loaders, language }: RequestContext) {
    const page = await loaders.contracts.events.load({ of: id, ...numberedPageRequest(args, language) });
    return connection(
      page,
      ({ sequence }) => [String(sequence)],
      () => loaders.contracts.eventCount.load(id),
    );
  }

  @ResolveField()
  async deliveries({ id }: ContractRow, args: LinkageContractDeliveriesArgs, { loaders, language }: RequestContext) {
    const page = await loaders.contracts.deliveries.load({ of: id, ...newestPageRequest(args, language) });
    return connection(
      page,
      (delivery) => [delivery.at.toISOString(), delivery.id],
      () => loaders.contracts.deliveryCount.load(id),
    );
  }
}

@Resolver('ContractParty')
export class ContractPartyFields {
  @ResolveField()
  organization({ organizationId }: PartyRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.organization.load(organizationId);
  }
}

@Resolver('ContractVersion')
export class ContractVersionFields {
  @ResolveField()
  terms({ contractId, terms }: VersionRow, _: unknown, context: RequestContext) {
    return written(terms, contractId, context);
  }

  @ResolveField()
  offeredBy({ offeredById }: VersionRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.organization.load(offeredById);
  }

  @ResolveField()
  lines({ contractId, version }: VersionRow, _: unknown, { loaders }: RequestContext) {
    return loaders.contracts.lines.load({ contractId, version });
  }
}

@Resolver('ContractLine')
export class ContractLineFields {
  @ResolveField()
  supplier({ supplierId }: LineRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.organization.load(supplierId);
  }

  @ResolveField()
  buyer({ buyerId }: LineRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.organization.load(buyerId);
  }

  @ResolveField()
  commodity({ commodityCode }: LineRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.commodity.load(commodityCode);
  }

  @ResolveField()
  listing({ listingId }: LineRow, _: unknown, { loaders }: RequestContext) {
    return listingId === null ? null : loaders.market.listing.load(listingId);
  }

  @ResolveField()
  demand({ demandId }: LineRow, _: unknown, { loaders }: RequestContext) {
    return demandId === null ? null : loaders.market.demand.load(demandId);
  }
}

@Resolver('ContractEvent')
export class ContractEventFields {
  @ResolveField()
  organization({ organizationId }: EventRow, _: unknown, { loaders }: RequestContext) {
    return organizationId === null ? null : loaders.registry.organization.load(organizationId);
  }
}

@Resolver('Delivery')
export class DeliveryFields {
  @ResolveField()
  note({ contractId, note }: DeliveryRow, _: unknown, context: RequestContext) {
    return written(note, contractId, context);
  }

  @ResolveField()
  line({ lineId }: DeliveryRow, _: unknown, { loaders }: RequestContext) {
    return loaders.contracts.line.load(lineId);
  }

  @ResolveField()
  recordedBy({ recordedById }: DeliveryRow, _: unknown, { loaders }: RequestContext) {
    return loaders.registry.organization.load(recordedById);
  }
}
