import {
  AttestContract,
  ContractHistoryReads,
  CounterContract,
  DeclineContract,
  OfferContract,
  RecordDelivery,
  SignContract,
  TerminateContract,
  WithdrawContract,
} from '@lienket/contracts';
import { Mutation, Resolver } from '@nestjs/graphql';
import { signedIn } from '../door/asker.js';
import { Attempts } from '../door/attempts.js';
import type { RequestContext } from '../door/context.js';
import { Door } from '../door/door.js';
import type {
  MutationAttestContractArgs,
  MutationCounterContractArgs,
  MutationDeclineContractArgs,
  MutationOfferContractArgs,
  MutationRecordDeliveryArgs,
  MutationSignContractArgs,
  MutationTerminateContractArgs,
  MutationWithdrawContractArgs,
} from '../generated/graphql.js';

@Resolver()
export class ContractAgreement {
  constructor(
    private readonly door: Door,
    private readonly attempts: Attempts,
    private readonly offers: OfferContract,
    private readonly counters: CounterContract,
    private readonly signs: SignContract,
    private readonly declines: DeclineContract,
    private readonly withdraws: WithdrawContract,
  ) {}

  @Mutation()
  async offerContract(_: unknown, { input }: MutationOfferContractArgs, context: RequestContext) {
    await this.attempts.offer(context);
    return contractAfter(
      await this.door.carryOut(context, (tx, viewer) => this.offers.execute(tx, viewer, input)),
      context,
    );
  }

  @Mutation()
  async counterContract(_: unknown, args: MutationCounterContractArgs, context: RequestContext) {
    await this.attempts.offer(context);
    return contractAfter(
      await this.door.carryOut(context, (tx, viewer) => this.counters.execute(tx, viewer, args)),
      context,
    );
  }

  @Mutation()
  async signContract(_: unknown, args: MutationSignContractArgs, context: RequestContext) {
    await this.attempts.signature(context);
    return contractAfter(
      await this.door.carryOut(context, (tx, viewer) => this.signs.execute(tx, viewer, args)),
      context,
    );
  }

  @Mutation()
  async declineContract(_: unknown, args: MutationDeclineContractArgs, context: RequestContext) {
    return contractAfter(
      await this.door.carryOut(context, (tx, viewer) => this.declines.execute(tx, viewer, args)),
      context,
    );
  }

  @Mutation()
  async withdrawContract(_: unknown, args: MutationWithdrawContractArgs, context: RequestContext) {
    return contractAfter(
      await this.door.carryOut(context, (tx, viewer) => this.withdraws.execute(tx, viewer, args)),
      context,
    );
  }
}

@Resolver()
export class ContractFulfilment {
  constructor(
    private readonly door: Door,
    private readonly history: ContractHistoryReads,
    private readonly terminates: TerminateContract,
    private readonly attests: AttestContract,
    private readonly records: RecordDelivery,
  ) {}

  @Mutation()
  async terminateContract(_: unknown, args: MutationTerminateContractArgs, context: RequestContext) {
    return contractAfter(
      await this.door.carryOut(context, (tx, viewer) => this.terminates.execute(tx, viewer, args)),
      context,
    );
  }

  @Mutation()
  async attestContract(_: unknown, { input }: MutationAttestContractArgs, context: RequestContext) {
    return contractAfter(
      await this.door.carryOut(context, (tx, viewer) => this.attests.execute(tx, viewer, input)),
      context,
    );
  }

  @Mutation()
  async recordDelivery(_: unknown, { input }: MutationRecordDeliveryArgs, context: RequestContext) {
    const id = await this.door.carryOut(context, (tx, viewer) => this.records.execute(tx, viewer, input));
    return this.history.deliveryById(signedIn(context), id, context.today);
  }
}

const contractAfter = (id: string, { loaders }: RequestContext) => loaders.contracts.contract.load(id);
