import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { RequestContext } from '../door/context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  Date: { input: string; output: string; }
  DateTime: { input: Date; output: Date; }
  Decimal: { input: string; output: string; }
};

/** An environment variable, as README.md explains it. */
export type Setting = {
  __typename?: 'Setting';
  name: Scalars['String']['output'];
  /** In force in the process that answers; null where nothing is set, and of a secret. */
  value?: Maybe<Scalars['String']['output']>;
  isSecret: Scalars['Boolean']['output'];
  isSet: Scalars['Boolean']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** What Lienket was started with. For administrators; null for others. */
  configuration?: Maybe<Array<Setting>>;
  award?: Maybe<Award>;
  contract?: Maybe<LinkageContract>;
  /** Every status by default. */
  contracts: LinkageContractConnection;
  me?: Maybe<User>;
  /** By login. For administrators everybody who has an account; an empty list for others. */
  users: UserConnection;
  /** The viewer's own, one for each purpose that they are asked for or agree to: without NOTICES_BY_EMAIL where no e-mail is offered to them. */
  consents: Array<Consent>;
  myData: PersonalDataExport;
  /** Looks at personal data, newest first: a trader sees those at their organization, a program manager their own, an administrator all. Kept for two years. */
  accesses: AccessConnection;
  /** Public. The OpenID Connect issuer that people may sign in by; null where there is none. */
  openIdIssuer?: Maybe<Scalars['String']['output']>;
  /** null where there is none, or it is somebody else's. */
  import?: Maybe<Import>;
  /** The caller's, newest first. */
  imports: ImportConnection;
  listing?: Maybe<Listing>;
  listings: ListingConnection;
  demand?: Maybe<Demand>;
  demands: DemandConnection;
  /** For signed-in users; null where the caller may not see both. */
  explainPair?: Maybe<PairExplanation>;
  /** null where there is none, or the caller may not see it. */
  matchingRound?: Maybe<MatchingRound>;
  /** Newest first. */
  matchingRounds: MatchingRoundConnection;
  /** The caller's, newest first by (at, id). */
  notices: NoticeConnection;
  /**
   * asOf: today by default, at most 5 years ahead, then with what is known now. knownAt: answers with the changes that participation had recorded by that instant, the same for ever;
   * left out, the newest; later than both now and the newest recorded instant is INVALID_INPUT. denominator: ALL by default.
   */
  participation: ParticipationRate;
  /** Each month's last day within from..to, and `to` itself where it is none: at most 600. from after to is INVALID_INPUT. */
  participationSeries: Array<ParticipationRate>;
  participationBy: Array<ParticipationGroup>;
  /** For administrators; empty for others, and until a worker has counted. */
  queues: Array<Queue>;
  /** Newest first by (failedAt, id). For administrators; empty for others. */
  deadLetters: DeadLetterConnection;
  /** Public, like commodities, certificationSchemes and the participation figures. */
  provinces: Array<Province>;
  commodities: Array<Commodity>;
  certificationSchemes: Array<CertificationScheme>;
  organization?: Maybe<Organization>;
  organizations: OrganizationConnection;
  /** Those that the viewer may grant by approveClaim or refuse by refuseClaim, who has waited longest first: none for traders. Gone once refused, once the organization has users, or who asks has another. */
  claims: ClaimConnection;
};


export type QueryAwardArgs = {
  id: Scalars['ID']['input'];
};


export type QueryContractArgs = {
  id: Scalars['ID']['input'];
};


export type QueryContractsArgs = {
  statuses?: InputMaybe<Array<ContractStatus>>;
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryUsersArgs = {
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAccessesArgs = {
  filter?: InputMaybe<AccessFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryImportArgs = {
  id: Scalars['ID']['input'];
};


export type QueryImportsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryListingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryListingsArgs = {
  filter?: InputMaybe<PostingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDemandArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDemandsArgs = {
  filter?: InputMaybe<PostingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryExplainPairArgs = {
  listingId: Scalars['ID']['input'];
  demandId: Scalars['ID']['input'];
};


export type QueryMatchingRoundArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMatchingRoundsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryNoticesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryParticipationArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  denominator?: InputMaybe<Denominator>;
  scope?: InputMaybe<ParticipationScope>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryParticipationSeriesArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  denominator?: InputMaybe<Denominator>;
  scope?: InputMaybe<ParticipationScope>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryParticipationByArgs = {
  dimension: ParticipationDimension;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  denominator?: InputMaybe<Denominator>;
  scope?: InputMaybe<ParticipationScope>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOrganizationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrganizationsArgs = {
  filter?: InputMaybe<OrganizationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryClaimsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * Contracts that a buyer offered together to fill one demand, one for each supplier (see offerFromBundle). It is seen by the buyer, by who manages the buyer's province and
 * by administrators. A supplier is told neither that its contract is part of one nor that there are others. Each contract goes its own way: countered, signed,
 * declined or ended, it stays in its award.
 */
export type Award = {
  __typename?: 'Award';
  id: Scalars['ID']['output'];
  demand: Demand;
  /** At most 100, in the order of offering. */
  contracts: Array<LinkageContract>;
  /** What has become of it until today, by status; statuses that none of its contracts is in are left out. */
  shares: Array<AwardShare>;
  createdAt: Scalars['DateTime']['output'];
};

/** The contracts of an award that are in one status. */
export type AwardShare = {
  __typename?: 'AwardShare';
  status: ContractStatus;
  contractCount: Scalars['Int']['output'];
  /** Offered or agreed: of the lines of each contract's version of now. */
  quantityKg: Scalars['Decimal']['output'];
  /** Of the same lines, by their kilograms; rounded half up to thousandths. */
  averagePriceVndPerKg: Scalars['Decimal']['output'];
};

export type LinkageContract = {
  __typename?: 'LinkageContract';
  /** null where it was offered by itself, and for whoever may not see its award. */
  award?: Maybe<Award>;
  id: Scalars['ID']['output'];
  /** Unique, in the order of offering: LK-2026-000123. Gaps are possible. */
  number: Scalars['String']['output'];
  origin: ContractOrigin;
  status: ContractStatus;
  form: LinkageForm;
  /** 1 for the first offer; what is signed is a version. */
  version: Scalars['Int']['output'];
  parties: Array<ContractParty>;
  lines: Array<ContractLine>;
  /** Of its lines; of an attested contract those it names. */
  commodities: Array<Commodity>;
  terms?: Maybe<Scalars['String']['output']>;
  /** Of an attested contract. */
  evidence?: Maybe<Scalars['String']['output']>;
  startsOn: Scalars['Date']['output'];
  endsOn: Scalars['Date']['output'];
  validUntil?: Maybe<Scalars['Date']['output']>;
  /** The day of the last signature; of an attested contract the day it says. */
  signedOn?: Maybe<Scalars['Date']['output']>;
  /** The first day on which it no longer holds. */
  terminatedOn?: Maybe<Scalars['Date']['output']>;
  /** Every party has signed one version, max(startsOn, signedOn) ≤ day ≤ endsOn, and the day is before terminatedOn. COMPLETED doesn't shorten it. Today by default. */
  inForce: Scalars['Boolean']['output'];
  versions: Array<ContractVersion>;
  events: ContractEventConnection;
  deliveries: DeliveryConnection;
  createdAt: Scalars['DateTime']['output'];
};


export type LinkageContractInForceArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type LinkageContractEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type LinkageContractDeliveriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/**
 * OFFERED → SIGNED → COMPLETED | TERMINATED; OFFERED → DECLINED | WITHDRAWN | EXPIRED (after validUntil or endsOn).
 * A counter-offer by any party is a new version, OFFERED, with the same parties; it voids every signature on the one before. Offering is not signing: every party
 * signs by signContract. Offering holds nothing and doesn't look at what remains, at minimum lots or at asked prices; only signing looks at quantity and status.
 * SIGNED when every party has signed the same version. Then, all or nothing, listings by id, then demands by id, each summed over the lines: if less remains, INSUFFICIENT_QUANTITY (a FILLED one too,
 * with availableKg 0; lineId is the first line that refers to it), if it is WITHDRAWN or EXPIRED, INVALID_STATE; else the quantity is held. A refused signature isn't kept.
 * Terminating gives back, per line, max(0, agreed − accepted) at once. COMPLETED when it has lines and every line's accepted quantity has reached the agreed one, or the day after endsOn; it gives back nothing.
 * An attested contract has no lines, versions or signedAt; it is SIGNED from the start; a party, or a manager who could attest it, may terminate it.
 * Every party is ACTIVE when it is offered and at each signature (else INVALID_STATE). 2..20 parties, 1..100 lines.
 */
export type ContractStatus =
  | 'OFFERED'
  | 'SIGNED'
  | 'COMPLETED'
  | 'TERMINATED'
  | 'DECLINED'
  | 'WITHDRAWN'
  | 'EXPIRED';

export type PriceMechanism =
  | 'FIXED'
  | 'FLOOR_WITH_MARKET'
  | 'MARKET_LINKED'
  | 'COST_PLUS';

/** SIGNED_HERE: signed by every party in Lienket. ATTESTED: signed on paper, recorded by a program manager with its evidence. */
export type ContractOrigin =
  | 'SIGNED_HERE'
  | 'ATTESTED';

/**
 * The seven forms of linkage of Decree 98/2018/NĐ-CP, article 4, by the stages they tie to off-take (I inputs and services, P production and harvest, X processing),
 * and the plain sale that is none of them and never counts as participation. Each of the seven needs a party that is not an ENTERPRISE with role PRODUCER, and another party with
 * PROCESSOR, DISTRIBUTOR or EXPORTER; I and X need no party of their own; roles needn't be among the organization's chainRoles.
 */
export type LinkageForm =
  /** F1: I + P + X */
  | 'FULL_CHAIN'
  /** F2: I */
  | 'INPUTS'
  /** F3: P */
  | 'PRODUCTION'
  /** F4: I + P */
  | 'INPUTS_PRODUCTION'
  /** F5: P + X */
  | 'PRODUCTION_PROCESSING'
  /** F6: I + X */
  | 'INPUTS_PROCESSING'
  /** F7: X */
  | 'PROCESSING'
  | 'SPOT_SALE';

export type ContractParty = {
  __typename?: 'ContractParty';
  organization: Organization;
  roles: Array<ChainRole>;
  lead: Scalars['Boolean']['output'];
  signedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type ContractVersion = {
  __typename?: 'ContractVersion';
  version: Scalars['Int']['output'];
  offeredBy: Organization;
  at: Scalars['DateTime']['output'];
  lines: Array<ContractLine>;
  startsOn: Scalars['Date']['output'];
  endsOn: Scalars['Date']['output'];
  terms?: Maybe<Scalars['String']['output']>;
};

/** Seen by every party of the contract: suppliers that should not see each other's prices get a contract each. */
export type ContractLine = {
  __typename?: 'ContractLine';
  id: Scalars['ID']['output'];
  supplier: Organization;
  buyer: Organization;
  commodity: Commodity;
  variety?: Maybe<Scalars['String']['output']>;
  grade?: Maybe<Scalars['String']['output']>;
  quantityKg: Scalars['Decimal']['output'];
  acceptedKg: Scalars['Decimal']['output'];
  priceMechanism: PriceMechanism;
  priceVndPerKg: Scalars['Decimal']['output'];
  listing?: Maybe<Listing>;
  demand?: Maybe<Demand>;
};

export type ContractEventType =
  | 'OFFERED'
  | 'COUNTERED'
  | 'SIGNED_BY_PARTY'
  | 'SIGNED'
  | 'DECLINED'
  | 'WITHDRAWN'
  | 'EXPIRED'
  | 'TERMINATED'
  | 'DELIVERY_RECORDED'
  | 'COMPLETED'
  | 'ATTESTED';

/** One entry of the append-only history; hash covers the entry and the hash before it (SHA-256, hex). */
export type ContractEvent = {
  __typename?: 'ContractEvent';
  sequence: Scalars['Int']['output'];
  type: ContractEventType;
  at: Scalars['DateTime']['output'];
  organization?: Maybe<Organization>;
  version: Scalars['Int']['output'];
  hash: Scalars['String']['output'];
};

export type OfferContractInput = {
  form: LinkageForm;
  /** The caller's organization is one of them; exactly one is the lead (chủ trì liên kết). */
  parties: Array<ContractPartyInput>;
  lines: Array<ContractLineInput>;
  startsOn: Scalars['Date']['input'];
  /** Not before startsOn or today, at most 50 years after startsOn. */
  endsOn: Scalars['Date']['input'];
  /** By default the earlier of 30 days from now and endsOn, which it can't pass. */
  validUntil?: InputMaybe<Scalars['Date']['input']>;
  terms?: InputMaybe<Scalars['String']['input']>;
};

export type ContractPartyInput = {
  organizationId: Scalars['ID']['input'];
  roles: Array<ChainRole>;
  lead?: InputMaybe<Scalars['Boolean']['input']>;
};

export type ContractLineInput = {
  /** Supplier and buyer are two different parties of the contract. */
  supplierId: Scalars['ID']['input'];
  buyerId: Scalars['ID']['input'];
  /** Of the supplier and the commodity. */
  listingId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the buyer and the commodity. */
  demandId?: InputMaybe<Scalars['ID']['input']>;
  commodityCode: Scalars['ID']['input'];
  variety?: InputMaybe<Scalars['String']['input']>;
  grade?: InputMaybe<Scalars['String']['input']>;
  quantityKg: Scalars['Decimal']['input'];
  /** FIXED by default */
  priceMechanism?: InputMaybe<PriceMechanism>;
  priceVndPerKg: Scalars['Decimal']['input'];
};

/** A linkage signed on paper, so that the figure is true on the first day: a manager of one of the parties' provinces says who, what, since when, and on what evidence. */
export type AttestContractInput = {
  form: LinkageForm;
  parties: Array<ContractPartyInput>;
  commodityCodes: Array<Scalars['ID']['input']>;
  signedOn: Scalars['Date']['input'];
  startsOn: Scalars['Date']['input'];
  endsOn: Scalars['Date']['input'];
  /** Number and place of the document. */
  evidence: Scalars['String']['input'];
};

export type RecordDeliveryInput = {
  contractId: Scalars['ID']['input'];
  lineId: Scalars['ID']['input'];
  deliveredOn: Scalars['Date']['input'];
  quantityKg: Scalars['Decimal']['input'];
  /** 0..quantityKg */
  acceptedKg: Scalars['Decimal']['input'];
  grade?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type Delivery = {
  __typename?: 'Delivery';
  id: Scalars['ID']['output'];
  line: ContractLine;
  deliveredOn: Scalars['Date']['output'];
  quantityKg: Scalars['Decimal']['output'];
  acceptedKg: Scalars['Decimal']['output'];
  grade?: Maybe<Scalars['String']['output']>;
  note?: Maybe<Scalars['String']['output']>;
  recordedBy: Organization;
  at: Scalars['DateTime']['output'];
};

export type LinkageContractEdge = {
  __typename?: 'LinkageContractEdge';
  node: LinkageContract;
  cursor: Scalars['String']['output'];
};

export type LinkageContractConnection = {
  __typename?: 'LinkageContractConnection';
  edges: Array<LinkageContractEdge>;
  nodes: Array<LinkageContract>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ContractEventEdge = {
  __typename?: 'ContractEventEdge';
  node: ContractEvent;
  cursor: Scalars['String']['output'];
};

export type ContractEventConnection = {
  __typename?: 'ContractEventConnection';
  edges: Array<ContractEventEdge>;
  nodes: Array<ContractEvent>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type DeliveryEdge = {
  __typename?: 'DeliveryEdge';
  node: Delivery;
  cursor: Scalars['String']['output'];
};

export type DeliveryConnection = {
  __typename?: 'DeliveryConnection';
  edges: Array<DeliveryEdge>;
  nodes: Array<Delivery>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  offerContract: LinkageContract;
  counterContract: LinkageContract;
  /** Signs that version for my organization; a second time changes nothing. */
  signContract: LinkageContract;
  /** By a party other than the one that offered the version. */
  declineContract: LinkageContract;
  /** By the party that offered the version. */
  withdrawContract: LinkageContract;
  /** By any party of a SIGNED contract. terminatedOn: today by default, not before today, not after endsOn. TERMINATED at once and no more deliveries; in force until the day before terminatedOn. */
  terminateContract: LinkageContract;
  attestContract: LinkageContract;
  /** By the supplier or the buyer of the line, while SIGNED or COMPLETED by date for 30 days more; deliveredOn from max(startsOn, signedOn) to endsOn, not in the future; accepted may exceed the agreed quantity by at most 10%. */
  recordDelivery: Delivery;
  signIn: Session;
  /** A new TRADER without an organization. Password: 10 to 128 characters. A taken login is INVALID_INPUT. A document with signIn, signUp, changePassword or eraseMe has no other mutation field, else QUERY_TOO_COMPLEX. */
  signUp: Session;
  /** Ends this session; everywhere ends all of this user's. */
  signOut: Scalars['Boolean']['output'];
  /**
   * Ends all sessions of this user, on every device, and starts the one answered. A new password is as at signUp. A wrong current one is INVALID_INPUT
   * and counts like one at signIn. An idempotency key is ignored.
   */
  changePassword: Session;
  /**
   * Ends the account for good: login, password, sessions, claims, invitations and a contact of theirs go; what is evidence stays under an id that leads to
   * nobody. A wrong password is INVALID_INPUT and counts like one at signIn; an account without one, and the last OWNER among other people, are INVALID_STATE:
   * state is NO_PASSWORD, LAST_OWNER or LAST_ADMINISTRATOR. Alone in its document, like signIn. An idempotency key is ignored.
   */
  eraseMe: Scalars['Boolean']['output'];
  /**
   * By an administrator, of who acts for no organization, also of itself. provinceCodes are of a PROGRAM_MANAGER, empty for the whole country. Sessions of
   * somebody else end at once. INVALID_STATE: state is HAS_ORGANIZATION, or LAST_ADMINISTRATOR where nobody would be left as one.
   */
  setUserRole: User;
  /**
   * By an OWNER, at most 60 an hour. It is alike for a login that nobody has yet and for one that acts for another organization; one of this organization's
   * people is INVALID_INPUT. An idempotency key is ignored: asked again, a new invitation takes the place of the one before.
   */
  invitePerson: Invitation;
  /** By an OWNER. */
  withdrawInvitation: Scalars['Boolean']['output'];
  /** By the TRADER without an organization whose login was invited; NOT_FOUND for everybody else, alike for a token that is wrong, used, withdrawn or over. */
  acceptInvitation: User;
  /** By an OWNER, of one of its organization's people, itself too. People without an OWNER are INVALID_STATE, here and below: state is LAST_OWNER. */
  setPersonRole: User;
  /** By an OWNER, of somebody else. The account stays, without an organization; all its sessions end at once. */
  removePerson: Scalars['Boolean']['output'];
  /** By an OWNER, to somebody else: that person becomes OWNER, the caller TRADER. */
  handOver: User;
  /** By anybody of an organization. Its last person leaves it without people: its invitations end, and it can be claimed again. */
  leaveOrganization: Scalars['Boolean']['output'];
  /** textVersion: of the text that the person was shown; an older one than what is asked now is INVALID_INPUT, and so is a purpose that the viewer is not asked for. */
  giveConsent: Consent;
  /** Holds at once, for everybody. */
  withdrawConsent: Consent;
  /** Public. Without an issuer: NOT_FOUND. An issuer that can't be reached: UNAVAILABLE, also of the two below. */
  beginOpenIdSignIn: OpenIdSignIn;
  /**
   * Public. A session for whom the issuer vouches for: the user that it is linked to, else a new TRADER without an organization, whose login is the e-mail address
   * that the issuer has verified and who has no password. Not verified: INVALID_STATE, EMAIL_NOT_VERIFIED. An account of that login is there already: INVALID_STATE,
   * LOGIN_TAKEN; sign in by its password and link it. A secret that was used, is too old or of another sign-in: INVALID_INPUT. callbackUrl (1..4,000 characters)
   * that isn't the issuer's answer to this sign-in: INVALID_INPUT. Like signIn it stands alone in its document, and has no idempotency key.
   */
  finishOpenIdSignIn: Session;
  /**
   * The person for whom the issuer vouches signs in as the caller from now on, beside the password. Refused as finishOpenIdSignIn, and where the person or the
   * caller is linked already: INVALID_STATE, LINKED. Without an idempotency key: the secret is good for once.
   */
  linkOpenId: User;
  /** The caller signs in by password alone again. Not linked: NOT_FOUND. Without a password: INVALID_STATE, NO_PASSWORD. */
  unlinkOpenId: Scalars['Boolean']['output'];
  /** The caller's own; INVALID_STATE where it is being saved, or has ended. Nothing of a cancelled import is saved. */
  cancelImport: Import;
  createListing: Listing;
  /** The whole new content; the quantity can't fall below what contracts hold. */
  updateListing: Listing;
  withdrawListing: Listing;
  /** Of the caller's own listing, whatever its status; answers the listing. It is gone for good. */
  removeListingPhoto: Listing;
  createDemand: Demand;
  updateDemand: Demand;
  withdrawDemand: Demand;
  /**
   * Offers a contract to each supplier, all or none, tied by an award that suppliers don't see. A listing that doesn't fit the demand now, by every rule of Match, is
   * INVALID_INPUT with its place (input.suppliers.2.listingId), and so is a supplier whose kind the form doesn't allow; explainPair says what doesn't fit. A demand of
   * somebody else's: FORBIDDEN. As in every offer, quantities and prices aren't looked at: what remains, minimum lots, the number of suppliers, asked and maximum prices.
   * Each listing counts as an offer of the caller's.
   */
  offerFromBundle: Award;
  /**
   * By program managers, over the listings of their provinces' organizations, and administrators; open postings as they are when it begins to run.
   * Refused: INVALID_STATE where five of the caller's are unfinished.
   */
  startMatchingRound: MatchingRound;
  /** By who started it and administrators; INVALID_STATE where it has ended. Nothing of a cancelled round is kept. */
  cancelMatchingRound: MatchingRound;
  /**
   * Offers the other side of each of the caller's allocations a contract, all or none: one for each supplier and buyer, its lines the allocations, at the round's
   * quantities and prices, fixed. Quantities may have been taken since: as in every offer, nothing is held before all have signed. A form or roles that
   * don't fit these parties are INVALID_INPUT at input.form; more than a hundred contracts, or lines of one, at input.organizationIds.
   */
  offerFromRound: Array<LinkageContract>;
  /** A second time changes nothing. */
  readNotice: Notice;
  /** All that happened until this instant: what has come since the caller looked stays unread. Answers how many are unread then. */
  readAllNotices: Scalars['Int']['output'];
  /**
   * Asks that it be tried again, with all its attempts; true once that is written down. A worker takes it from there within a second, or as soon as one runs, and it is a dead letter no more; an
   * e-mail is sent within a minute. What fails again is a dead letter again, failedAt says since when. One that was started meanwhile is left alone. For administrators; NOT_FOUND for others.
   */
  retryDeadLetter: Scalars['Boolean']['output'];
  /**
   * By a trader who has no organization yet (else INVALID_STATE): PENDING until a manager of its province activates it, and the caller becomes its OWNER.
   * By a manager, in their provinces, on its behalf: ACTIVE at once, without users; its people claim it.
   */
  registerOrganization: Organization;
  /** A trader without an organization asks to act for one that has no users; a manager of its province grants it by approveClaim or refuses it by refuseClaim, after which it may be claimed anew. */
  claimOrganization: Scalars['Boolean']['output'];
  approveClaim: Organization;
  /** By a manager of its province; who asked is told, and waits no longer. INVALID_INPUT at login where no claim of theirs waits. */
  refuseClaim: Organization;
  /** By an OWNER of it or its manager. effectiveOn: today by default, another day only by managers; left-out fields stay. */
  updateOrganization: Organization;
  /** By its manager (of its province today). effectiveOn: today by default, not in the future; holds until the next change already recorded, and must be allowed after the one before and before the one after, else INVALID_STATE. */
  setOrganizationStatus: Organization;
  /** By its manager. Score 0..100, at most 2 decimals; a year not after this one; a second rating of a year replaces the first from now on. */
  rateOrganization: Organization;
};


export type MutationOfferContractArgs = {
  input: OfferContractInput;
};


export type MutationCounterContractArgs = {
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  input: OfferContractInput;
};


export type MutationSignContractArgs = {
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
};


export type MutationDeclineContractArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationWithdrawContractArgs = {
  id: Scalars['ID']['input'];
};


export type MutationTerminateContractArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  terminatedOn?: InputMaybe<Scalars['Date']['input']>;
};


export type MutationAttestContractArgs = {
  input: AttestContractInput;
};


export type MutationRecordDeliveryArgs = {
  input: RecordDeliveryInput;
};


export type MutationSignInArgs = {
  login: Scalars['String']['input'];
  password: Scalars['String']['input'];
};


export type MutationSignUpArgs = {
  login: Scalars['String']['input'];
  password: Scalars['String']['input'];
};


export type MutationSignOutArgs = {
  everywhere?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationChangePasswordArgs = {
  currentPassword: Scalars['String']['input'];
  newPassword: Scalars['String']['input'];
};


export type MutationEraseMeArgs = {
  password: Scalars['String']['input'];
};


export type MutationSetUserRoleArgs = {
  userId: Scalars['ID']['input'];
  role: UserRole;
  provinceCodes?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type MutationInvitePersonArgs = {
  login: Scalars['String']['input'];
  role: OrganizationRole;
};


export type MutationWithdrawInvitationArgs = {
  id: Scalars['ID']['input'];
};


export type MutationAcceptInvitationArgs = {
  token: Scalars['String']['input'];
};


export type MutationSetPersonRoleArgs = {
  userId: Scalars['ID']['input'];
  role: OrganizationRole;
};


export type MutationRemovePersonArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationHandOverArgs = {
  userId: Scalars['ID']['input'];
};


export type MutationGiveConsentArgs = {
  purpose: ConsentPurpose;
  textVersion: Scalars['Int']['input'];
};


export type MutationWithdrawConsentArgs = {
  purpose: ConsentPurpose;
};


export type MutationFinishOpenIdSignInArgs = {
  callbackUrl: Scalars['String']['input'];
  secret: Scalars['String']['input'];
};


export type MutationLinkOpenIdArgs = {
  callbackUrl: Scalars['String']['input'];
  secret: Scalars['String']['input'];
};


export type MutationCancelImportArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateListingArgs = {
  input: ListingInput;
};


export type MutationUpdateListingArgs = {
  id: Scalars['ID']['input'];
  input: ListingInput;
};


export type MutationWithdrawListingArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRemoveListingPhotoArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCreateDemandArgs = {
  input: DemandInput;
};


export type MutationUpdateDemandArgs = {
  id: Scalars['ID']['input'];
  input: DemandInput;
};


export type MutationWithdrawDemandArgs = {
  id: Scalars['ID']['input'];
};


export type MutationOfferFromBundleArgs = {
  input: BundleOfferInput;
};


export type MutationStartMatchingRoundArgs = {
  input: StartMatchingRoundInput;
};


export type MutationCancelMatchingRoundArgs = {
  id: Scalars['ID']['input'];
};


export type MutationOfferFromRoundArgs = {
  input: RoundOfferInput;
};


export type MutationReadNoticeArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReadAllNoticesArgs = {
  until: Scalars['DateTime']['input'];
};


export type MutationRetryDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRegisterOrganizationArgs = {
  input: RegisterOrganizationInput;
};


export type MutationClaimOrganizationArgs = {
  organizationId: Scalars['ID']['input'];
};


export type MutationApproveClaimArgs = {
  organizationId: Scalars['ID']['input'];
  login: Scalars['String']['input'];
};


export type MutationRefuseClaimArgs = {
  organizationId: Scalars['ID']['input'];
  login: Scalars['String']['input'];
};


export type MutationUpdateOrganizationArgs = {
  id: Scalars['ID']['input'];
  input: UpdateOrganizationInput;
  effectiveOn?: InputMaybe<Scalars['Date']['input']>;
};


export type MutationSetOrganizationStatusArgs = {
  id: Scalars['ID']['input'];
  status: OrganizationStatus;
  effectiveOn?: InputMaybe<Scalars['Date']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRateOrganizationArgs = {
  id: Scalars['ID']['input'];
  year: Scalars['Int']['input'];
  score: Scalars['Decimal']['input'];
};

export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  /** A rule of form or range is broken: extensions.field says where. */
  | 'INVALID_INPUT'
  /** The thing is not in a state that allows this: extensions.state says which state it is in. */
  | 'INVALID_STATE'
  /** Less is left than was asked for: extensions.availableKg, lineId, and listingId or demandId. */
  | 'INSUFFICIENT_QUANTITY'
  /** Somebody else changed it first, or an idempotency key was used for something else. */
  | 'CONFLICT'
  /** Too many: extensions.retryAfterSeconds. */
  | 'RATE_LIMITED'
  /** Too deep, wide or costly a document. */
  | 'QUERY_TOO_COMPLEX'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  /** The server can't take work now: draining, or its database can't be written. Nothing was changed. */
  | 'UNAVAILABLE'
  /** The connection broke while committing: ask again with the same Idempotency-Key. */
  | 'OUTCOME_UNKNOWN'
  /** A fault of ours: extensions.requestId. */
  | 'INTERNAL_SERVER_ERROR';

export type PageInfo = {
  __typename?: 'PageInfo';
  hasNextPage: Scalars['Boolean']['output'];
  endCursor?: Maybe<Scalars['String']['output']>;
};

export type UserRole =
  | 'TRADER'
  | 'PROGRAM_MANAGER'
  | 'ADMINISTRATOR';

/** What a TRADER may do for its organization. All of them see what it sees, contracts too. */
export type OrganizationRole =
  /** Everything that a TRADER may do; the organization's profile and its people are decided by OWNERs alone. Whoever registers an organization or claims it is one. */
  | 'OWNER'
  /** Posts, offers, signs, ends contracts and records deliveries. */
  | 'TRADER'
  /** Changes nothing: FORBIDDEN. */
  | 'READER';

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
  /** E-mail address or Vietnamese phone number. */
  login: Scalars['String']['output'];
  role: UserRole;
  /** The organization a TRADER acts for. */
  organization?: Maybe<Organization>;
  /** Null without an organization. */
  organizationRole?: Maybe<OrganizationRole>;
  /** The provinces a PROGRAM_MANAGER is responsible for; empty means the whole country. */
  provinces: Array<Province>;
  /** The newest. Administrators see it, and who it is about or was made by; null for others, and where none ever was made. */
  roleDecision?: Maybe<RoleDecision>;
};

/** An administrator gave somebody a role. */
export type RoleDecision = {
  __typename?: 'RoleDecision';
  role: UserRole;
  at: Scalars['DateTime']['output'];
  /** The login of who decided; null where the viewer may not see who it was, or nobody is that any more. */
  decidedBy?: Maybe<Scalars['String']['output']>;
};

export type UserFilter = {
  /** Part of a login. */
  text?: InputMaybe<Scalars['String']['input']>;
  roles?: InputMaybe<Array<UserRole>>;
};

export type UserEdge = {
  __typename?: 'UserEdge';
  node: User;
  cursor: Scalars['String']['output'];
};

export type UserConnection = {
  __typename?: 'UserConnection';
  edges: Array<UserEdge>;
  nodes: Array<User>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** To act for an organization, for exactly this login. Valid for 7 days; a newer one of the same organization and login takes its place. */
export type Invitation = {
  __typename?: 'Invitation';
  id: Scalars['ID']['output'];
  login: Scalars['String']['output'];
  role: OrganizationRole;
  createdAt: Scalars['DateTime']['output'];
  expiresAt: Scalars['DateTime']['output'];
  /** Only in the answer to invitePerson, for the person invited: it is kept nowhere. */
  token?: Maybe<Scalars['String']['output']>;
};

export type Session = {
  __typename?: 'Session';
  token: Scalars['String']['output'];
  expiresAt: Scalars['DateTime']['output'];
  user: User;
};

/** What of an organization was looked at. PLACE: exacter than everybody sees it. CONTRACT_TEXT: terms, evidence or notes of a contract of which it is a party. */
export type AccessKind =
  | 'CONTACT'
  | 'TAX_CODE'
  | 'PLACE'
  | 'CONTRACT_TEXT'
  | 'PERSON';

/** A program manager or an administrator was shown what is personal in an organization: once a request, organization and kind. */
export type Access = {
  __typename?: 'Access';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: AccessKind;
  /** Null where the viewer may not see it any more. */
  organization?: Maybe<Organization>;
  role: UserRole;
  /** Stands for who looked; an administrator knows who that is. */
  userId: Scalars['ID']['output'];
  /** Found again in the log. */
  requestId: Scalars['ID']['output'];
};

export type AccessFilter = {
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  userId?: InputMaybe<Scalars['ID']['input']>;
  /** Both included; to not before from. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type AccessEdge = {
  __typename?: 'AccessEdge';
  node: Access;
  cursor: Scalars['String']['output'];
};

export type AccessConnection = {
  __typename?: 'AccessConnection';
  edges: Array<AccessEdge>;
  nodes: Array<Access>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type Organization = {
  __typename?: 'Organization';
  /** By login. Its own people, its province's managers and administrators see them; null for others. */
  people?: Maybe<UserConnection>;
  /** Open ones, newest first. Its OWNERs see them; null for others. */
  invitations?: Maybe<Array<Invitation>>;
  /** See Denominator. It doesn't look at the organization's own status or kind; being counted does. */
  participates: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  kind: OrganizationKind;
  name: Scalars['String']['output'];
  /** Only its own users, its province's managers and administrators see it. */
  taxCode?: Maybe<Scalars['String']['output']>;
  province: Province;
  commune?: Maybe<Scalars['String']['output']>;
  /** Exact for its own users, its managers and partners of a signed contract; to two decimals for others. */
  location?: Maybe<GeoPoint>;
  chainRoles: Array<ChainRole>;
  status: OrganizationStatus;
  memberCount?: Maybe<Scalars['Int']['output']>;
  agricultural: Scalars['Boolean']['output'];
  highTech: Scalars['Boolean']['output'];
  /** The union that it belongs to on that day (today by default). */
  memberOf?: Maybe<Organization>;
  rating?: Maybe<Rating>;
  /** Its own users, its managers, partners of a signed contract; the offering party's also those who got the offer; with a consent to CONTACT_SHOWN_TO_TRADERS, traders of ACTIVE organizations. */
  contact?: Maybe<Contact>;
  createdAt: Scalars['DateTime']['output'];
};


export type OrganizationPeopleArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type OrganizationParticipatesArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type OrganizationMemberOfArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type OrganizationRatingArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};

/**
 * What Lienket does only with a person's consent. What a contract, an offer or the law asks for needs none.
 * CONTACT_SHOWN_TO_TRADERS: the contact of the person's organization is shown to traders of ACTIVE organizations before any offer; it ends when they take it back.
 * NOTICES_BY_EMAIL: what the person is told by notices goes to the e-mail address of their login too, in the language of the request that agreed. Asked only where this Lienket sends
 * e-mail and the login is an address.
 */
export type ConsentPurpose =
  | 'CONTACT_SHOWN_TO_TRADERS'
  | 'NOTICES_BY_EMAIL';

export type Consent = {
  __typename?: 'Consent';
  purpose: ConsentPurpose;
  /** Whether it holds now. Silence is no consent. */
  given: Scalars['Boolean']['output'];
  /** When it was given or taken back; null where it never was given. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** The version that was agreed to; null where none ever was. */
  agreedVersion?: Maybe<Scalars['Int']['output']>;
  /** What is asked, in the language of the request, and its version: what giveConsent agrees to. */
  text: Scalars['String']['output'];
  textVersion: Scalars['Int']['output'];
};

/** All that is kept of the viewer, as far as the database lets them see it: what lets somebody in is left out. */
export type PersonalDataExport = {
  __typename?: 'PersonalDataExport';
  madeAt: Scalars['DateTime']['output'];
  /** An object of the tables, each a list of rows. */
  json: Scalars['String']['output'];
  tables: Array<PersonalTable>;
};

export type PersonalTable = {
  __typename?: 'PersonalTable';
  /** As database/personal-data.ts names it, with purpose and time of keeping. */
  name: Scalars['String']['output'];
  /** With a heading; a cell that a spreadsheet would run has an apostrophe before it. */
  csv: Scalars['String']['output'];
};

/**
 * A sign-in by the OpenID Connect issuer that has begun. The client keeps secret where only it can read it (in its own memory or session storage, never in an
 * address), sends the person to url, and gives the address at which they come back, whole, with the secret to finishOpenIdSignIn or linkOpenId.
 */
export type OpenIdSignIn = {
  __typename?: 'OpenIdSignIn';
  /** The issuer's page where the person signs in. */
  url: Scalars['String']['output'];
  /** For one try: whatever comes of it, the next one begins anew. */
  secret: Scalars['String']['output'];
  /** Ten minutes from now. */
  expiresAt: Scalars['DateTime']['output'];
};

export type ImportKind =
  /** Organizations that aren't registered yet. GET /imports/templates/register.xlsx is the empty form. */
  | 'REGISTER'
  /** Scores of cooperatives and unions by year. GET /imports/templates/ratings.xlsx is the empty form. */
  | 'RATINGS'
  /**
   * Linkages that were signed on paper, one a row, judged as attestContract judges them, with up to six parties by tax code or id; attested by who sends them. Beside that, a paper
   * that stands in the file twice, or is attested already, also where it was terminated since, is refused: one is the same as another where evidence, signing day and parties are.
   * GET /imports/templates/linkages.xlsx is the empty form.
   */
  | 'LINKAGES';

export type ImportStatus =
  | 'QUEUED'
  /** It may be cancelled until here. */
  | 'CHECKING'
  /** Every row is good; all are saved at once, and none is seen before. */
  | 'SAVING'
  | 'IMPORTED'
  /** Rows can't be taken, and nothing is saved: GET /imports/<id>.xlsx, with the caller's token, is these rows with why; mended, they can be sent again with the others. */
  | 'REJECTED'
  /** The file is no such form at all; fault says why. */
  | 'UNREADABLE'
  /** Who sent it manages nothing any more, or it was begun again and again without an end. Nothing is saved. */
  | 'FAILED'
  /** Nothing is saved. */
  | 'CANCELLED';

/**
 * A file of Excel whose rows are all taken or none. POST /imports/register, /imports/ratings or /imports/linkages, with ?name=, the caller's token, the content type of .xlsx and the book as the body, at most 8 MB,
 * sends one and answers { "id" }: for program managers, in whose provinces its organizations have to be, or one party of each linkage, and administrators. Refused: INVALID_STATE where five of the caller's are unfinished,
 * RATE_LIMITED after 60 in an hour. Kept for 90 days; seen by who sent it alone.
 */
export type Import = {
  __typename?: 'Import';
  id: Scalars['ID']['output'];
  kind: ImportKind;
  fileName: Scalars['String']['output'];
  status: ImportStatus;
  /** Checked while CHECKING, saved while SAVING. */
  rowsDone: Scalars['Int']['output'];
  /** Null until the file has been read; at most 50,000. */
  rowsOf?: Maybe<Scalars['Int']['output']>;
  /** Null unless REJECTED. */
  rejectedCount?: Maybe<Scalars['Int']['output']>;
  /** One sentence in the request's language; null unless UNREADABLE. */
  fault?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
};

export type ImportEdge = {
  __typename?: 'ImportEdge';
  node: Import;
  cursor: Scalars['String']['output'];
};

export type ImportConnection = {
  __typename?: 'ImportConnection';
  edges: Array<ImportEdge>;
  nodes: Array<Import>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** In this order: WITHDRAWN, FILLED (nothing remains), EXPIRED (the day after the window), OPEN. */
export type PostingStatus =
  | 'OPEN'
  | 'FILLED'
  | 'WITHDRAWN'
  | 'EXPIRED';

/**
 * What an organization offers to sell. Only a trader of an ACTIVE organization posts (else INVALID_STATE; a manager: FORBIDDEN). Open postings of ACTIVE organizations, with their
 * prices, are seen by every signed-in user: a price is a price tag; who wants to keep it leaves it out. One whose organization isn't ACTIVE is seen like one that isn't open.
 */
export type Listing = {
  __typename?: 'Listing';
  id: Scalars['ID']['output'];
  organization: Organization;
  commodity: Commodity;
  variety?: Maybe<Scalars['String']['output']>;
  grade?: Maybe<Scalars['String']['output']>;
  certifications: Array<Scalars['String']['output']>;
  quantityKg: Scalars['Decimal']['output'];
  /** quantityKg less what signed contracts hold. */
  remainingKg: Scalars['Decimal']['output'];
  /** At most quantityKg; by default 1, or quantityKg where that is less. */
  minimumLotKg: Scalars['Decimal']['output'];
  availableFrom: Scalars['Date']['output'];
  availableTo: Scalars['Date']['output'];
  askPriceVndPerKg?: Maybe<Scalars['Decimal']['output']>;
  province: Province;
  location?: Maybe<GeoPoint>;
  status: PostingStatus;
  createdAt: Scalars['DateTime']['output'];
  /** At most 4, in the order in which its organization shows them. Who sees the listing sees them; they go a year after it was withdrawn or over. */
  photos: Array<ListingPhoto>;
  matches: MatchConnection;
};


/**
 * What an organization offers to sell. Only a trader of an ACTIVE organization posts (else INVALID_STATE; a manager: FORBIDDEN). Open postings of ACTIVE organizations, with their
 * prices, are seen by every signed-in user: a price is a price tag; who wants to keep it leaves it out. One whose organization isn't ACTIVE is seen like one that isn't open.
 */
export type ListingMatchesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  weights?: InputMaybe<MatchWeights>;
};

/**
 * A photo of what is offered, as its organization took it. POST /listings/<id>/photos with the caller's token, the content type image/jpeg and the picture as the body adds one to the caller's own
 * OPEN listing and answers { "id" }: a baseline JPEG of at most 150,000 bytes and 2048 by 2048 pixels, the right way up. Where and by whom it was taken (EXIF, XMP, comments) is thrown away.
 * The same picture sent twice is one photo. Refused: INVALID_INPUT on photo for what is no such picture or a fifth one, on file for what is too large; RATE_LIMITED after 240 in an hour.
 */
export type ListingPhoto = {
  __typename?: 'ListingPhoto';
  id: Scalars['ID']['output'];
  /** Of this server: GET with the caller's token is the picture. What stands there never changes. */
  url: Scalars['String']['output'];
  /** In pixels, 1 to 2048. */
  width: Scalars['Int']['output'];
  height: Scalars['Int']['output'];
  /** At most 150,000. */
  byteCount: Scalars['Int']['output'];
};

/** What a buyer wants. */
export type Demand = {
  __typename?: 'Demand';
  id: Scalars['ID']['output'];
  buyer: Organization;
  commodity: Commodity;
  variety?: Maybe<Scalars['String']['output']>;
  minimumGrade?: Maybe<Scalars['String']['output']>;
  requiredCertifications: Array<Scalars['String']['output']>;
  quantityKg: Scalars['Decimal']['output'];
  remainingKg: Scalars['Decimal']['output'];
  /** The smallest lot the buyer takes from one supplier; as for a listing. */
  minimumLotKg: Scalars['Decimal']['output'];
  maximumSuppliers?: Maybe<Scalars['Int']['output']>;
  deliverFrom: Scalars['Date']['output'];
  deliverTo: Scalars['Date']['output'];
  maximumPriceVndPerKg?: Maybe<Scalars['Decimal']['output']>;
  province: Province;
  location?: Maybe<GeoPoint>;
  status: PostingStatus;
  createdAt: Scalars['DateTime']['output'];
  /** Single suppliers, best first. */
  matches: MatchConnection;
  /**
   * Groups of suppliers that together fill the demand within its limits, best first; none where its best 500 matches can't. first: 1..10, 3 by default.
   * Found by search: the first need not be the best there is, and its gap says by how much at most it isn't.
   */
  bundles: Array<Bundle>;
};


/** What a buyer wants. */
export type DemandMatchesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  weights?: InputMaybe<MatchWeights>;
};


/** What a buyer wants. */
export type DemandBundlesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  weights?: InputMaybe<MatchWeights>;
};

/** Grade and certificates from their lists; availableTo not before availableFrom or today; coordinates as for an organization. */
export type ListingInput = {
  commodityCode: Scalars['ID']['input'];
  variety?: InputMaybe<Scalars['String']['input']>;
  grade?: InputMaybe<Scalars['String']['input']>;
  certifications?: InputMaybe<Array<Scalars['String']['input']>>;
  quantityKg: Scalars['Decimal']['input'];
  minimumLotKg?: InputMaybe<Scalars['Decimal']['input']>;
  availableFrom: Scalars['Date']['input'];
  availableTo: Scalars['Date']['input'];
  askPriceVndPerKg?: InputMaybe<Scalars['Decimal']['input']>;
  /** By default the organization's own. */
  provinceCode?: InputMaybe<Scalars['ID']['input']>;
  latitude?: InputMaybe<Scalars['Float']['input']>;
  longitude?: InputMaybe<Scalars['Float']['input']>;
};

export type DemandInput = {
  commodityCode: Scalars['ID']['input'];
  variety?: InputMaybe<Scalars['String']['input']>;
  minimumGrade?: InputMaybe<Scalars['String']['input']>;
  requiredCertifications?: InputMaybe<Array<Scalars['String']['input']>>;
  quantityKg: Scalars['Decimal']['input'];
  minimumLotKg?: InputMaybe<Scalars['Decimal']['input']>;
  maximumSuppliers?: InputMaybe<Scalars['Int']['input']>;
  deliverFrom: Scalars['Date']['input'];
  deliverTo: Scalars['Date']['input'];
  maximumPriceVndPerKg?: InputMaybe<Scalars['Decimal']['input']>;
  provinceCode?: InputMaybe<Scalars['ID']['input']>;
  latitude?: InputMaybe<Scalars['Float']['input']>;
  longitude?: InputMaybe<Scalars['Float']['input']>;
};

export type PostingFilter = {
  commodityCodes?: InputMaybe<Array<Scalars['ID']['input']>>;
  provinceCodes?: InputMaybe<Array<Scalars['ID']['input']>>;
  certifications?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Windows that overlap this one. */
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  /** [OPEN] by default; others only show what the viewer may see (design §6). */
  statuses?: InputMaybe<Array<PostingStatus>>;
  organizationId?: InputMaybe<Scalars['ID']['input']>;
};

export type ListingEdge = {
  __typename?: 'ListingEdge';
  node: Listing;
  cursor: Scalars['String']['output'];
};

export type ListingConnection = {
  __typename?: 'ListingConnection';
  edges: Array<ListingEdge>;
  nodes: Array<Listing>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type DemandEdge = {
  __typename?: 'DemandEdge';
  node: Demand;
  cursor: Scalars['String']['output'];
};

export type DemandConnection = {
  __typename?: 'DemandConnection';
  edges: Array<DemandEdge>;
  nodes: Array<Demand>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** How much each criterion counts, each 0..1, normalised to a sum of 1; all zero, or one out of range, is INVALID_INPUT. Criteria left out of a given input count 0. */
export type MatchWeights = {
  price?: InputMaybe<Scalars['Float']['input']>;
  distance?: InputMaybe<Scalars['Float']['input']>;
  timing?: InputMaybe<Scalars['Float']['input']>;
  quality?: InputMaybe<Scalars['Float']['input']>;
  reliability?: InputMaybe<Scalars['Float']['input']>;
  inclusion?: InputMaybe<Scalars['Float']['input']>;
};

/**
 * clamp(x) = min(1, max(0, x)). Default weights in brackets.
 * PRICE [0.30]        clamp((maximum − ask) / (0.3 × maximum)); 0.5 where either is open.
 * DISTANCE [0.20]     1 / (1 + km/200); great circle, R = 6371.0088 km; the posting's location, else its organization's, else the province seat, each rounded to two
 *                     decimals (so that distances locate nobody), km rounded to whole metres, before use.
 * TIMING [0.15]       shared days / days of the demand's window.
 * QUALITY [0.15]      0.6 × clamp(grade steps above the minimum / 2) + 0.4 × clamp(certificates beyond the required / 2); without a minimum grade the steps
 *                     count from the lowest grade; without a grade they are 0.
 * RELIABILITY [0.15]  (Σ r + 2.1) / (n + 3) over the supplier's n lines of contracts signed here whose last day in force lies in the last 3 years, r = min(1, accepted / agreed).
 * INCLUSION [0.05]    1 where the supplier is not an ENTERPRISE and takes part in no chain today, else 0.
 */
export type MatchCriterion =
  | 'PRICE'
  | 'DISTANCE'
  | 'TIMING'
  | 'QUALITY'
  | 'RELIABILITY'
  | 'INCLUSION';

export type ScorePart = {
  __typename?: 'ScorePart';
  criterion: MatchCriterion;
  value: Scalars['Float']['output'];
  weight: Scalars['Float']['output'];
  /** One sentence a farmer understands, in the request's language. */
  reason: Scalars['String']['output'];
};

/**
 * A pair that fits. Both postings OPEN, both organizations ACTIVE and not the same; same commodity, and variety where the demand names one; the listing's grade is
 * at least the minimum (no grade fails any minimum); it has every required certificate; the windows share a day; the ask is not above the maximum (an open price passes); the lot
 * min(remaining, remaining) is at least both minimum lots; where the commodity keeps 2 days or less, at most 300 km.
 */
export type Match = {
  __typename?: 'Match';
  listing: Listing;
  demand: Demand;
  /** Σ value × weight (neither rounded), rounded half up to millionths. Ties by the other posting's id. */
  score: Scalars['Float']['output'];
  parts: Array<ScorePart>;
  quantityKg: Scalars['Decimal']['output'];
  distanceKm: Scalars['Float']['output'];
  /** A province seat stood in for a missing location. */
  distanceIsApproximate: Scalars['Boolean']['output'];
};

/**
 * Why a listing and a demand fit or don't. failures: every rule that they break, whatever else they break; none, and a match by the default weights, where they fit.
 * The request's language; the caller sees both postings.
 */
export type PairExplanation = {
  __typename?: 'PairExplanation';
  feasible: Scalars['Boolean']['output'];
  failures: Array<FailedRule>;
  match?: Maybe<Match>;
};

/** COMMODITY: what it is. WINDOW: their days share none. LOT: what both have left is less than the smallest lot of one. DISTANCE: above 300 km for goods that keep 2 days or less. ORGANIZATION_STATUS: one isn't ACTIVE. POSTING_STATUS: one isn't OPEN. */
export type MatchRule =
  | 'COMMODITY'
  | 'VARIETY'
  | 'GRADE'
  | 'CERTIFICATION'
  | 'WINDOW'
  | 'PRICE'
  | 'LOT'
  | 'DISTANCE'
  | 'ORGANIZATION_STATUS'
  | 'SAME_ORGANIZATION'
  | 'POSTING_STATUS';

export type FailedRule = {
  __typename?: 'FailedRule';
  rule: MatchRule;
  listingHas?: Maybe<Scalars['String']['output']>;
  demandWants?: Maybe<Scalars['String']['output']>;
  /** One sentence: the smallest changes, each of which would be enough for this rule. null, where canChange is false: what the goods are, where, whose, and what a program manager or a withdrawal has decided. */
  change?: Maybe<Scalars['String']['output']>;
  /** Whether a change of the two postings could keep this rule. */
  canChange: Scalars['Boolean']['output'];
};

/** score: kilogram-weighted mean of the matches' scores less 0.01 for each supplier beyond the first. Two bundles of one demand differ in at least one supplier. A supplier has one listing in a bundle. */
export type Bundle = {
  __typename?: 'Bundle';
  suppliers: Array<BundleSupplier>;
  quantityKg: Scalars['Decimal']['output'];
  /** null where a price is open; rounded half up to thousandths */
  averagePriceVndPerKg?: Maybe<Scalars['Decimal']['output']>;
  score: Scalars['Float']['output'];
  /** No bundle scores more than score + gap. */
  gap: Scalars['Float']['output'];
};

export type BundleSupplier = {
  __typename?: 'BundleSupplier';
  listing: Listing;
  /** At least both minimum lots. */
  quantityKg: Scalars['Decimal']['output'];
};

export type BundleOfferInput = {
  /** Of the caller's organization. */
  demandId: Scalars['ID']['input'];
  /** 1..100 listings, each once: those of one of the demand's bundles, or what the buyer has made of it. Those of one organization become the lines of one contract. */
  suppliers: Array<BundleShareInput>;
  form: LinkageForm;
  /** Of the caller's organization in each contract, of which it is the lead. */
  buyerRoles: Array<ChainRole>;
  /** Of each supplier; PRODUCER by default. */
  supplierRoles?: InputMaybe<Array<ChainRole>>;
  startsOn: Scalars['Date']['input'];
  /** As in OfferContractInput. */
  endsOn: Scalars['Date']['input'];
  /** As in OfferContractInput. */
  validUntil?: InputMaybe<Scalars['Date']['input']>;
  terms?: InputMaybe<Scalars['String']['input']>;
};

export type BundleShareInput = {
  listingId: Scalars['ID']['input'];
  quantityKg: Scalars['Decimal']['input'];
  /** The line's: fixed. */
  priceVndPerKg: Scalars['Decimal']['input'];
};

export type MatchEdge = {
  __typename?: 'MatchEdge';
  node: Match;
  cursor: Scalars['String']['output'];
};

/** Reaches the best 500; totalCount is exact up to 500 and stops there. */
export type MatchConnection = {
  __typename?: 'MatchConnection';
  edges: Array<MatchEdge>;
  nodes: Array<Match>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type RoundStatus =
  | 'QUEUED'
  | 'RUNNING'
  | 'SOLVED'
  /** It ended without a result: nothing of it is kept. */
  | 'FAILED'
  | 'CANCELLED';

/** Why a round failed. It would be so again on the same postings, but for INTERRUPTED. */
export type RoundFailure =
  /** It needed more memory than there is: a narrower one may do. */
  | 'TOO_LARGE'
  /** It couldn't be worked out, or the independent check found that something isn't so. The log says what. */
  | 'UNSOUND'
  /** Begun again and again, it never came to an end. */
  | 'INTERRUPTED';

/** What is left out, or an empty list, narrows nothing. */
export type StartMatchingRoundInput = {
  commodityCodes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Narrows the listings. Those of others than the caller's provinces are FORBIDDEN; left out, the listings of all organizations in the caller's provinces. */
  provinceCodes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only demands whose window overlaps this one. */
  deliverFrom?: InputMaybe<Scalars['Date']['input']>;
  deliverTo?: InputMaybe<Scalars['Date']['input']>;
  /** 0..1000. 2.6 by default: 2 VND a road kilometre, road = 1.3 × great circle. */
  transportCostVndPerKgKm?: InputMaybe<Scalars['Decimal']['input']>;
  /** Whole VND, 0..1000000000. Added once for each organization that takes part in no chain and gets an allocation; 0 by default. */
  inclusionBonusVnd?: InputMaybe<Scalars['Decimal']['input']>;
};

/**
 * One run that allocates open supply to open demand, in whole kilograms, so that the whole surplus is the greatest possible: Σ kg × (maximum − ask − transport × km),
 * in whole VND, plus the inclusion bonuses; every rule of Match and every lot and supplier limit kept. Postings without a price are skipped and counted.
 * Transport is rounded up to whole VND a kilogram; ENTERPRISEs earn no bonus. Seen by who started it, by administrators, and by traders of organizations that have an allocation.
 * What it found is null until it is SOLVED; GET /rounds/<id>.json, with the caller's token, is all of it in one file, dual prices by lot too, for who started it and administrators.
 */
export type MatchingRound = {
  __typename?: 'MatchingRound';
  id: Scalars['ID']['output'];
  status: RoundStatus;
  /** 0..1 */
  progress: Scalars['Float']['output'];
  /** One sentence in the request's language; null unless RUNNING. */
  stage?: Maybe<Scalars['String']['output']>;
  /** Null unless FAILED. */
  failure?: Maybe<RoundFailure>;
  /** Null for who may not see people who aren't of an organization: all but themselves and administrators. */
  startedBy?: Maybe<User>;
  /** What it was narrowed to, as StartMatchingRoundInput has it; an empty list and null narrowed nothing. */
  commodities: Array<Commodity>;
  provinces: Array<Province>;
  deliverFrom?: Maybe<Scalars['Date']['output']>;
  deliverTo?: Maybe<Scalars['Date']['output']>;
  transportCostVndPerKgKm: Scalars['Decimal']['output'];
  inclusionBonusVnd: Scalars['Decimal']['output'];
  objectiveVnd?: Maybe<Scalars['Decimal']['output']>;
  /** No allocation can be worth more than this. */
  boundVnd?: Maybe<Scalars['Decimal']['output']>;
  skippedListings?: Maybe<Scalars['Int']['output']>;
  skippedDemands?: Maybe<Scalars['Int']['output']>;
  newlyParticipating?: Maybe<Scalars['Int']['output']>;
  /** Surplus given up for the bonus: the optimum without it less this one's surplus. */
  bonusCostVnd?: Maybe<Scalars['Decimal']['output']>;
  /** For a trader those of its own organization, on either side. */
  allocations: AllocationConnection;
  /** The allocations that the caller sees, added up by where the goods lie and where they go: every province with one, by code; empty until it is SOLVED. */
  byProvince: Array<RoundProvince>;
  /** Kilogram-weighted means of the dual prices, by commodity and province. For a trader only those of at least three organizations on each side that there is. */
  shadowPrices: ShadowPriceConnection;
  certificate?: Maybe<RoundCertificate>;
  /** SHA-256 of what it ran on: two rounds with the same found the same. */
  inputDigest?: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
};


/**
 * One run that allocates open supply to open demand, in whole kilograms, so that the whole surplus is the greatest possible: Σ kg × (maximum − ask − transport × km),
 * in whole VND, plus the inclusion bonuses; every rule of Match and every lot and supplier limit kept. Postings without a price are skipped and counted.
 * Transport is rounded up to whole VND a kilogram; ENTERPRISEs earn no bonus. Seen by who started it, by administrators, and by traders of organizations that have an allocation.
 * What it found is null until it is SOLVED; GET /rounds/<id>.json, with the caller's token, is all of it in one file, dual prices by lot too, for who started it and administrators.
 */
export type MatchingRoundAllocationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * One run that allocates open supply to open demand, in whole kilograms, so that the whole surplus is the greatest possible: Σ kg × (maximum − ask − transport × km),
 * in whole VND, plus the inclusion bonuses; every rule of Match and every lot and supplier limit kept. Postings without a price are skipped and counted.
 * Transport is rounded up to whole VND a kilogram; ENTERPRISEs earn no bonus. Seen by who started it, by administrators, and by traders of organizations that have an allocation.
 * What it found is null until it is SOLVED; GET /rounds/<id>.json, with the caller's token, is all of it in one file, dual prices by lot too, for who started it and administrators.
 */
export type MatchingRoundShadowPricesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An independent check: it uses no solver, it reads allocation and dual prices and verifies them against every rule and every compatible pair. */
export type RoundCertificate = {
  __typename?: 'RoundCertificate';
  feasible: Scalars['Boolean']['output'];
  /** Compatible pairs worth more than their two dual prices together: 0 for the relaxation. */
  blockingPairs: Scalars['Int']['output'];
  /** (bound − objective) / bound */
  gap: Scalars['Float']['output'];
  checkedAt: Scalars['DateTime']['output'];
};

export type RoundProvince = {
  __typename?: 'RoundProvince';
  province: Province;
  /** Allotted of listings there. */
  suppliedKg: Scalars['Decimal']['output'];
  /** Organizations that have such a listing. */
  supplierCount: Scalars['Int']['output'];
  /** Allotted to demands there. */
  receivedKg: Scalars['Decimal']['output'];
};

/** surplusVnd: the kilograms times (maximum − ask − transport). */
export type Allocation = {
  __typename?: 'Allocation';
  listing: Listing;
  demand: Demand;
  quantityKg: Scalars['Decimal']['output'];
  /** Whole VND, not below what the listing asks and not above what the demand pays at the place of the listing. */
  priceVndPerKg: Scalars['Decimal']['output'];
  surplusVnd: Scalars['Decimal']['output'];
};

/** What a kilogram more, supplied or wanted there, would add; 0 where nothing is supplied, or wanted, there. A supply's is less than 0 where a bonus pays for it. */
export type ShadowPrice = {
  __typename?: 'ShadowPrice';
  commodity: Commodity;
  province: Province;
  supplyVndPerKg: Scalars['Decimal']['output'];
  demandVndPerKg: Scalars['Decimal']['output'];
};

export type RoundOfferInput = {
  /** Solved, and allotting something to the caller's organization, or of it. */
  roundId: Scalars['ID']['input'];
  /** The other sides to offer to; all by default. */
  organizationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  form: LinkageForm;
  /** Of the buyer in each contract, of which it is the lead. */
  buyerRoles: Array<ChainRole>;
  /** Of the supplier in each; PRODUCER by default. */
  supplierRoles?: InputMaybe<Array<ChainRole>>;
  startsOn: Scalars['Date']['input'];
  /** As in OfferContractInput. */
  endsOn: Scalars['Date']['input'];
  /** As in OfferContractInput. */
  validUntil?: InputMaybe<Scalars['Date']['input']>;
  terms?: InputMaybe<Scalars['String']['input']>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** The round now, then whenever it has changed, at most twice a second; completes with its end. NOT_FOUND where the caller may not see it. */
  matchingRoundChanged: MatchingRound;
  /** How many the caller has not read: now, then whenever that changes; at most 5 a second, the last never lost. */
  unreadNoticesChanged: Scalars['Int']['output'];
  /**
   * The figure now, then whenever participating, counted or target of the scope changes, at midnight too; at most 5 a second, the last never lost, knownAt never falling.
   * Public without commodityCodes.
   */
  participationChanged: ParticipationRate;
};


export type SubscriptionMatchingRoundChangedArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionParticipationChangedArgs = {
  denominator?: InputMaybe<Denominator>;
  scope?: InputMaybe<ParticipationScope>;
};

export type AllocationEdge = {
  __typename?: 'AllocationEdge';
  node: Allocation;
  cursor: Scalars['String']['output'];
};

export type AllocationConnection = {
  __typename?: 'AllocationConnection';
  edges: Array<AllocationEdge>;
  nodes: Array<Allocation>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ShadowPriceEdge = {
  __typename?: 'ShadowPriceEdge';
  node: ShadowPrice;
  cursor: Scalars['String']['output'];
};

export type ShadowPriceConnection = {
  __typename?: 'ShadowPriceConnection';
  edges: Array<ShadowPriceEdge>;
  nodes: Array<ShadowPrice>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type MatchingRoundEdge = {
  __typename?: 'MatchingRoundEdge';
  node: MatchingRound;
  cursor: Scalars['String']['output'];
};

export type MatchingRoundConnection = {
  __typename?: 'MatchingRoundConnection';
  edges: Array<MatchingRoundEdge>;
  nodes: Array<MatchingRound>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/**
 * What happened to a contract, as an entry of its history: each party but the one that did it is told, once. SIGNED_BY_PARTY: not for the last signature, which is
 * SIGNED, and told to all but who gave it.
 * Each morning: ANSWER_DUE three days before the last day to answer, to a party that has not signed; DELIVERY_DUE seven days before endsOn, and DELIVERY_LATE the day after it, to supplier and
 * buyer of a line of a SIGNED contract that is not accepted in full. Not where it was offered or signed on that day or later.
 * CLAIM_GRANTED, CLAIM_REFUSED: to who claimed an organization, when a manager granted one of its claims, theirs or another's, or refused theirs.
 */
export type NoticeKind =
  | 'OFFERED'
  | 'COUNTERED'
  | 'SIGNED_BY_PARTY'
  | 'SIGNED'
  | 'DECLINED'
  | 'WITHDRAWN'
  | 'EXPIRED'
  | 'TERMINATED'
  | 'DELIVERY_RECORDED'
  | 'COMPLETED'
  | 'ATTESTED'
  | 'ANSWER_DUE'
  | 'DELIVERY_DUE'
  | 'DELIVERY_LATE'
  | 'CLAIM_GRANTED'
  | 'CLAIM_REFUSED';

/** Told to whoever acts for the organization now, readers too, or to who made a claim; each reads for themselves. Kept for 90 days. */
export type Notice = {
  __typename?: 'Notice';
  id: Scalars['ID']['output'];
  kind: NoticeKind;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** One sentence, made when it is read, of what the caller sees then; without quantities and prices. */
  text: Scalars['String']['output'];
  /** By the caller. */
  isRead: Scalars['Boolean']['output'];
  contract?: Maybe<LinkageContract>;
  /** The organization that a claim was for. */
  claimed?: Maybe<Organization>;
  /** The party that did it; null where none did. */
  by?: Maybe<Organization>;
};

export type NoticeEdge = {
  __typename?: 'NoticeEdge';
  node: Notice;
  cursor: Scalars['String']['output'];
};

export type NoticeConnection = {
  __typename?: 'NoticeConnection';
  edges: Array<NoticeEdge>;
  nodes: Array<Notice>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
  /** Of all, not of the page. */
  unreadCount: Scalars['Int']['output'];
};

/**
 * Which organizations are counted: the published sources read the target in four ways, so a figure always says which.
 * ALL: every group, cooperative and union that is ACTIVE on the day. GOOD_OR_FAIR: those of ALL whose rating on the day is GOOD or FAIR; an unrated one is not counted.
 * COOPERATIVES: those of ALL of kind COOPERATIVE. AGRICULTURAL_COOPERATIVES: those of COOPERATIVES that are agricultural. Status, kind, province, agricultural, membership are those of the day.
 *
 * Definition linkage-share@1: an organization participates on a day when it is a party to a contract that is in force on that day, has a linkage form (any but SPOT_SALE), and has among
 * its parties another organization that is ACTIVE on that day and is neither its union nor its member on that day. A union's contract doesn't make its members participate. An ENTERPRISE is never counted.
 */
export type Denominator =
  | 'ALL'
  | 'GOOD_OR_FAIR'
  | 'COOPERATIVES'
  | 'AGRICULTURAL_COOPERATIVES';

/** Narrows who is counted. commodityCodes narrows the contracts to those with one of them among their commodities (the counted stay the same) and is for signed-in users only. */
export type ParticipationScope = {
  provinceCodes?: InputMaybe<Array<Scalars['ID']['input']>>;
  kinds?: InputMaybe<Array<OrganizationKind>>;
  commodityCodes?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** PROVINCE, KIND and RATING (with UNRATED) list every key, also with 0. COMMODITY lists those with a contract in force; its groups overlap and each counts the whole scope; it is for signed-in users only. */
export type ParticipationDimension =
  | 'PROVINCE'
  | 'KIND'
  | 'RATING'
  | 'COMMODITY';

/** By the first reason that applies, in this order. */
export type ExclusionReason =
  | 'ENTERPRISE'
  | 'NOT_ACTIVE'
  | 'OTHER_KIND'
  | 'NOT_AGRICULTURAL'
  | 'UNRATED'
  | 'RATED_LOWER';

export type Exclusion = {
  __typename?: 'Exclusion';
  reason: ExclusionReason;
  count: Scalars['Int']['output'];
};

export type TargetComparison =
  | 'AT_LEAST'
  | 'MORE_THAN'
  | 'ABOUT';

/** One for each unit, denominator and due date; source says whose reading it is. */
export type Target = {
  __typename?: 'Target';
  share: Scalars['Float']['output'];
  comparison: TargetComparison;
  dueOn: Scalars['Date']['output'];
  source: Scalars['String']['output'];
};

export type ParticipationRate = {
  __typename?: 'ParticipationRate';
  asOf: Scalars['Date']['output'];
  denominator: Denominator;
  participating: Scalars['Int']['output'];
  /** Of the participating, those that do so only by attested contracts. */
  participatingByAttestation: Scalars['Int']['output'];
  counted: Scalars['Int']['output'];
  /** participating / counted; null where counted is 0. */
  rate?: Maybe<Scalars['Float']['output']>;
  /** The next target due on or after asOf of the country, or of the one province asked for; null for other scopes or where there is none. */
  target?: Maybe<Target>;
  /** All targets due on or after asOf, the next one first, of the same unit as target; empty where that is null. */
  targets: Array<Target>;
  /** The newest instant, in the whole system and up to the one asked for, at which participation recorded a change. */
  knownAt: Scalars['DateTime']['output'];
  /** linkage-share@1 */
  definition: Scalars['String']['output'];
  /** The organizations of the scope, of every status, registered by that day, that are not counted. */
  excluded: Array<Exclusion>;
};

export type ParticipationGroup = {
  __typename?: 'ParticipationGroup';
  key: Scalars['ID']['output'];
  label: Scalars['String']['output'];
  rate: ParticipationRate;
};

/** JOBS: what Lienket does by itself, at its time or because something happened. EMAILS: notices that go by e-mail. */
export type QueueName =
  | 'JOBS'
  | 'EMAILS';

/** How much a worker found in a queue when it counted last. Workers count every five seconds: where ageSeconds is a minute and more none runs, or none reaches the queue. */
export type Queue = {
  __typename?: 'Queue';
  name: QueueName;
  /** Could be done now. */
  waitingCount: Scalars['Int']['output'];
  /** Are being done. Null of EMAILS, where these are among the delayed. */
  activeCount?: Maybe<Scalars['Int']['output']>;
  /** Wait for their time: the next of each schedule, and what is tried again later. */
  delayedCount: Scalars['Int']['output'];
  /** Failed for good and are kept: the dead letters. Of jobs the newest thousand. */
  failedCount: Scalars['Int']['output'];
  countedAt: Scalars['DateTime']['output'];
  /** How long ago that was when the answer was made, by the database's clock; whole seconds. */
  ageSeconds: Scalars['Int']['output'];
};

/** A job that failed at its last attempt, or an e-mail that the mail server refused for good, as a worker found it last. The same one has the same id when it fails anew. */
export type DeadLetter = {
  __typename?: 'DeadLetter';
  id: Scalars['ID']['output'];
  queue: QueueName;
  /** The kind of job, as in the log and the metrics: platform.forget-old. */
  job: Scalars['String']['output'];
  failedAt: Scalars['DateTime']['output'];
  /** Since it was started last. */
  attemptCount: Scalars['Int']['output'];
  /** Class, code and message of the fault, without numbers and what stood in quotes; of an e-mail the codes that the mail server gave. */
  reason: Scalars['String']['output'];
};

export type DeadLetterEdge = {
  __typename?: 'DeadLetterEdge';
  node: DeadLetter;
  cursor: Scalars['String']['output'];
};

export type DeadLetterConnection = {
  __typename?: 'DeadLetterConnection';
  edges: Array<DeadLetterEdge>;
  nodes: Array<DeadLetter>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type OrganizationKind =
  | 'COOPERATIVE_GROUP'
  | 'COOPERATIVE'
  | 'COOPERATIVE_UNION'
  | 'ENTERPRISE';

export type ChainRole =
  | 'PRODUCER'
  | 'PROCESSOR'
  | 'DISTRIBUTOR'
  | 'EXPORTER'
  | 'INPUT_SUPPLIER'
  | 'SERVICE_PROVIDER';

/** PENDING → ACTIVE | DISSOLVED, ACTIVE ⇄ SUSPENDED, both → DISSOLVED, which is final. */
export type OrganizationStatus =
  | 'PENDING'
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'DISSOLVED';

/** GOOD tốt from 80, FAIR khá from 65, AVERAGE trung bình from 50, WEAK yếu below. */
export type RatingBand =
  | 'GOOD'
  | 'FAIR'
  | 'AVERAGE'
  | 'WEAK';

/** One of the 34 units since 2025-07-01. Any day, before it too, is answered in these units. */
export type Province = {
  __typename?: 'Province';
  code: Scalars['ID']['output'];
  nameVi: Scalars['String']['output'];
  nameEn: Scalars['String']['output'];
  region: Scalars['String']['output'];
};

export type Commodity = {
  __typename?: 'Commodity';
  code: Scalars['ID']['output'];
  nameVi: Scalars['String']['output'];
  nameEn: Scalars['String']['output'];
  hsCode?: Maybe<Scalars['String']['output']>;
  /** Days it keeps fresh; null where that doesn't limit trade. */
  perishableDays?: Maybe<Scalars['Int']['output']>;
  /** Best first. */
  grades: Array<Scalars['String']['output']>;
  /** The unit that people say, and its kilograms: tấn 1000, tạ 100. */
  tradeUnit: Scalars['String']['output'];
  kgPerTradeUnit: Scalars['Decimal']['output'];
};

export type CertificationScheme = {
  __typename?: 'CertificationScheme';
  code: Scalars['ID']['output'];
  nameVi: Scalars['String']['output'];
  nameEn: Scalars['String']['output'];
};

export type GeoPoint = {
  __typename?: 'GeoPoint';
  latitude: Scalars['Float']['output'];
  longitude: Scalars['Float']['output'];
};

/** A year's rating counts from 31 December of that year until a later year's does. Cooperatives and unions are rated; groups never are. */
export type Rating = {
  __typename?: 'Rating';
  year: Scalars['Int']['output'];
  score: Scalars['Decimal']['output'];
  band: RatingBand;
};

export type Contact = {
  __typename?: 'Contact';
  name?: Maybe<Scalars['String']['output']>;
  phone?: Maybe<Scalars['String']['output']>;
  email?: Maybe<Scalars['String']['output']>;
};

export type RegisterOrganizationInput = {
  kind: OrganizationKind;
  name: Scalars['String']['input'];
  /** 10 digits, or 10-3; a taken one is INVALID_INPUT. */
  taxCode?: InputMaybe<Scalars['String']['input']>;
  provinceCode: Scalars['ID']['input'];
  commune?: InputMaybe<Scalars['String']['input']>;
  /** 6..24 and 102..118, both or neither. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  longitude?: InputMaybe<Scalars['Float']['input']>;
  chainRoles: Array<ChainRole>;
  memberCount?: InputMaybe<Scalars['Int']['input']>;
  /** true by default */
  agricultural?: InputMaybe<Scalars['Boolean']['input']>;
  highTech?: InputMaybe<Scalars['Boolean']['input']>;
  contactName?: InputMaybe<Scalars['String']['input']>;
  contactPhone?: InputMaybe<Scalars['String']['input']>;
};

/** null clears, left out stays. provinceCode, agricultural and memberOfId only by managers (FORBIDDEN with field); memberOfId: a COOPERATIVE in a COOPERATIVE_UNION. */
export type UpdateOrganizationInput = {
  name?: InputMaybe<Scalars['String']['input']>;
  provinceCode?: InputMaybe<Scalars['ID']['input']>;
  commune?: InputMaybe<Scalars['String']['input']>;
  latitude?: InputMaybe<Scalars['Float']['input']>;
  longitude?: InputMaybe<Scalars['Float']['input']>;
  chainRoles?: InputMaybe<Array<ChainRole>>;
  memberCount?: InputMaybe<Scalars['Int']['input']>;
  agricultural?: InputMaybe<Scalars['Boolean']['input']>;
  highTech?: InputMaybe<Scalars['Boolean']['input']>;
  memberOfId?: InputMaybe<Scalars['ID']['input']>;
  contactName?: InputMaybe<Scalars['String']['input']>;
  contactPhone?: InputMaybe<Scalars['String']['input']>;
};

export type OrganizationFilter = {
  /** Part of a name, with or without diacritics, or a tax code that the viewer may see. */
  text?: InputMaybe<Scalars['String']['input']>;
  kinds?: InputMaybe<Array<OrganizationKind>>;
  /** [ACTIVE] by default; others as design §6. */
  statuses?: InputMaybe<Array<OrganizationStatus>>;
  provinceCodes?: InputMaybe<Array<Scalars['ID']['input']>>;
  chainRoles?: InputMaybe<Array<ChainRole>>;
  ratings?: InputMaybe<Array<RatingBand>>;
  participates?: InputMaybe<Scalars['Boolean']['input']>;
};

export type OrganizationEdge = {
  __typename?: 'OrganizationEdge';
  node: Organization;
  cursor: Scalars['String']['output'];
};

export type OrganizationConnection = {
  __typename?: 'OrganizationConnection';
  edges: Array<OrganizationEdge>;
  nodes: Array<Organization>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

/** Somebody asks, by claimOrganization, to act for an organization that has no users, and waits for its manager. */
export type Claim = {
  __typename?: 'Claim';
  organization: Organization;
  /** Who asks: an e-mail address or Vietnamese phone number, as approveClaim takes it. */
  login: Scalars['String']['output'];
  claimedAt: Scalars['DateTime']['output'];
};

export type ClaimEdge = {
  __typename?: 'ClaimEdge';
  node: Claim;
  cursor: Scalars['String']['output'];
};

export type ClaimConnection = {
  __typename?: 'ClaimConnection';
  edges: Array<ClaimEdge>;
  nodes: Array<Claim>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Setting: ResolverTypeWrapper<Setting>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Award: ResolverTypeWrapper<Award>;
  AwardShare: ResolverTypeWrapper<AwardShare>;
  LinkageContract: ResolverTypeWrapper<LinkageContract>;
  ContractStatus: ContractStatus;
  PriceMechanism: PriceMechanism;
  ContractOrigin: ContractOrigin;
  LinkageForm: LinkageForm;
  ContractParty: ResolverTypeWrapper<ContractParty>;
  ContractVersion: ResolverTypeWrapper<ContractVersion>;
  ContractLine: ResolverTypeWrapper<ContractLine>;
  ContractEventType: ContractEventType;
  ContractEvent: ResolverTypeWrapper<ContractEvent>;
  OfferContractInput: OfferContractInput;
  ContractPartyInput: ContractPartyInput;
  ContractLineInput: ContractLineInput;
  AttestContractInput: AttestContractInput;
  RecordDeliveryInput: RecordDeliveryInput;
  Delivery: ResolverTypeWrapper<Delivery>;
  LinkageContractEdge: ResolverTypeWrapper<LinkageContractEdge>;
  LinkageContractConnection: ResolverTypeWrapper<LinkageContractConnection>;
  ContractEventEdge: ResolverTypeWrapper<ContractEventEdge>;
  ContractEventConnection: ResolverTypeWrapper<ContractEventConnection>;
  DeliveryEdge: ResolverTypeWrapper<DeliveryEdge>;
  DeliveryConnection: ResolverTypeWrapper<DeliveryConnection>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  ErrorCode: ErrorCode;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  UserRole: UserRole;
  OrganizationRole: OrganizationRole;
  User: ResolverTypeWrapper<User>;
  RoleDecision: ResolverTypeWrapper<RoleDecision>;
  UserFilter: UserFilter;
  UserEdge: ResolverTypeWrapper<UserEdge>;
  UserConnection: ResolverTypeWrapper<UserConnection>;
  Invitation: ResolverTypeWrapper<Invitation>;
  Session: ResolverTypeWrapper<Session>;
  AccessKind: AccessKind;
  Access: ResolverTypeWrapper<Access>;
  AccessFilter: AccessFilter;
  AccessEdge: ResolverTypeWrapper<AccessEdge>;
  AccessConnection: ResolverTypeWrapper<AccessConnection>;
  Organization: ResolverTypeWrapper<Organization>;
  ConsentPurpose: ConsentPurpose;
  Consent: ResolverTypeWrapper<Consent>;
  PersonalDataExport: ResolverTypeWrapper<PersonalDataExport>;
  PersonalTable: ResolverTypeWrapper<PersonalTable>;
  OpenIdSignIn: ResolverTypeWrapper<OpenIdSignIn>;
  ImportKind: ImportKind;
  ImportStatus: ImportStatus;
  Import: ResolverTypeWrapper<Import>;
  ImportEdge: ResolverTypeWrapper<ImportEdge>;
  ImportConnection: ResolverTypeWrapper<ImportConnection>;
  PostingStatus: PostingStatus;
  Listing: ResolverTypeWrapper<Listing>;
  ListingPhoto: ResolverTypeWrapper<ListingPhoto>;
  Demand: ResolverTypeWrapper<Demand>;
  ListingInput: ListingInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DemandInput: DemandInput;
  PostingFilter: PostingFilter;
  ListingEdge: ResolverTypeWrapper<ListingEdge>;
  ListingConnection: ResolverTypeWrapper<ListingConnection>;
  DemandEdge: ResolverTypeWrapper<DemandEdge>;
  DemandConnection: ResolverTypeWrapper<DemandConnection>;
  MatchWeights: MatchWeights;
  MatchCriterion: MatchCriterion;
  ScorePart: ResolverTypeWrapper<ScorePart>;
  Match: ResolverTypeWrapper<Match>;
  PairExplanation: ResolverTypeWrapper<PairExplanation>;
  MatchRule: MatchRule;
  FailedRule: ResolverTypeWrapper<FailedRule>;
  Bundle: ResolverTypeWrapper<Bundle>;
  BundleSupplier: ResolverTypeWrapper<BundleSupplier>;
  BundleOfferInput: BundleOfferInput;
  BundleShareInput: BundleShareInput;
  MatchEdge: ResolverTypeWrapper<MatchEdge>;
  MatchConnection: ResolverTypeWrapper<MatchConnection>;
  RoundStatus: RoundStatus;
  RoundFailure: RoundFailure;
  StartMatchingRoundInput: StartMatchingRoundInput;
  MatchingRound: ResolverTypeWrapper<MatchingRound>;
  RoundCertificate: ResolverTypeWrapper<RoundCertificate>;
  RoundProvince: ResolverTypeWrapper<RoundProvince>;
  Allocation: ResolverTypeWrapper<Allocation>;
  ShadowPrice: ResolverTypeWrapper<ShadowPrice>;
  RoundOfferInput: RoundOfferInput;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  AllocationEdge: ResolverTypeWrapper<AllocationEdge>;
  AllocationConnection: ResolverTypeWrapper<AllocationConnection>;
  ShadowPriceEdge: ResolverTypeWrapper<ShadowPriceEdge>;
  ShadowPriceConnection: ResolverTypeWrapper<ShadowPriceConnection>;
  MatchingRoundEdge: ResolverTypeWrapper<MatchingRoundEdge>;
  MatchingRoundConnection: ResolverTypeWrapper<MatchingRoundConnection>;
  NoticeKind: NoticeKind;
  Notice: ResolverTypeWrapper<Notice>;
  NoticeEdge: ResolverTypeWrapper<NoticeEdge>;
  NoticeConnection: ResolverTypeWrapper<NoticeConnection>;
  Denominator: Denominator;
  ParticipationScope: ParticipationScope;
  ParticipationDimension: ParticipationDimension;
  ExclusionReason: ExclusionReason;
  Exclusion: ResolverTypeWrapper<Exclusion>;
  TargetComparison: TargetComparison;
  Target: ResolverTypeWrapper<Target>;
  ParticipationRate: ResolverTypeWrapper<ParticipationRate>;
  ParticipationGroup: ResolverTypeWrapper<ParticipationGroup>;
  QueueName: QueueName;
  Queue: ResolverTypeWrapper<Queue>;
  DeadLetter: ResolverTypeWrapper<DeadLetter>;
  DeadLetterEdge: ResolverTypeWrapper<DeadLetterEdge>;
  DeadLetterConnection: ResolverTypeWrapper<DeadLetterConnection>;
  OrganizationKind: OrganizationKind;
  ChainRole: ChainRole;
  OrganizationStatus: OrganizationStatus;
  RatingBand: RatingBand;
  Province: ResolverTypeWrapper<Province>;
  Commodity: ResolverTypeWrapper<Commodity>;
  CertificationScheme: ResolverTypeWrapper<CertificationScheme>;
  GeoPoint: ResolverTypeWrapper<GeoPoint>;
  Rating: ResolverTypeWrapper<Rating>;
  Contact: ResolverTypeWrapper<Contact>;
  RegisterOrganizationInput: RegisterOrganizationInput;
  UpdateOrganizationInput: UpdateOrganizationInput;
  OrganizationFilter: OrganizationFilter;
  OrganizationEdge: ResolverTypeWrapper<OrganizationEdge>;
  OrganizationConnection: ResolverTypeWrapper<OrganizationConnection>;
  Claim: ResolverTypeWrapper<Claim>;
  ClaimEdge: ResolverTypeWrapper<ClaimEdge>;
  ClaimConnection: ResolverTypeWrapper<ClaimConnection>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Setting: Setting;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Award: Award;
  AwardShare: AwardShare;
  LinkageContract: LinkageContract;
  ContractParty: ContractParty;
  ContractVersion: ContractVersion;
  ContractLine: ContractLine;
  ContractEvent: ContractEvent;
  OfferContractInput: OfferContractInput;
  ContractPartyInput: ContractPartyInput;
  ContractLineInput: ContractLineInput;
  AttestContractInput: AttestContractInput;
  RecordDeliveryInput: RecordDeliveryInput;
  Delivery: Delivery;
  LinkageContractEdge: LinkageContractEdge;
  LinkageContractConnection: LinkageContractConnection;
  ContractEventEdge: ContractEventEdge;
  ContractEventConnection: ContractEventConnection;
  DeliveryEdge: DeliveryEdge;
  DeliveryConnection: DeliveryConnection;
  Mutation: Record<PropertyKey, never>;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  PageInfo: PageInfo;
  User: User;
  RoleDecision: RoleDecision;
  UserFilter: UserFilter;
  UserEdge: UserEdge;
  UserConnection: UserConnection;
  Invitation: Invitation;
  Session: Session;
  Access: Access;
  AccessFilter: AccessFilter;
  AccessEdge: AccessEdge;
  AccessConnection: AccessConnection;
  Organization: Organization;
  Consent: Consent;
  PersonalDataExport: PersonalDataExport;
  PersonalTable: PersonalTable;
  OpenIdSignIn: OpenIdSignIn;
  Import: Import;
  ImportEdge: ImportEdge;
  ImportConnection: ImportConnection;
  Listing: Listing;
  ListingPhoto: ListingPhoto;
  Demand: Demand;
  ListingInput: ListingInput;
  Float: Scalars['Float']['output'];
  DemandInput: DemandInput;
  PostingFilter: PostingFilter;
  ListingEdge: ListingEdge;
  ListingConnection: ListingConnection;
  DemandEdge: DemandEdge;
  DemandConnection: DemandConnection;
  MatchWeights: MatchWeights;
  ScorePart: ScorePart;
  Match: Match;
  PairExplanation: PairExplanation;
  FailedRule: FailedRule;
  Bundle: Bundle;
  BundleSupplier: BundleSupplier;
  BundleOfferInput: BundleOfferInput;
  BundleShareInput: BundleShareInput;
  MatchEdge: MatchEdge;
  MatchConnection: MatchConnection;
  StartMatchingRoundInput: StartMatchingRoundInput;
  MatchingRound: MatchingRound;
  RoundCertificate: RoundCertificate;
  RoundProvince: RoundProvince;
  Allocation: Allocation;
  ShadowPrice: ShadowPrice;
  RoundOfferInput: RoundOfferInput;
  Subscription: Record<PropertyKey, never>;
  AllocationEdge: AllocationEdge;
  AllocationConnection: AllocationConnection;
  ShadowPriceEdge: ShadowPriceEdge;
  ShadowPriceConnection: ShadowPriceConnection;
  MatchingRoundEdge: MatchingRoundEdge;
  MatchingRoundConnection: MatchingRoundConnection;
  Notice: Notice;
  NoticeEdge: NoticeEdge;
  NoticeConnection: NoticeConnection;
  ParticipationScope: ParticipationScope;
  Exclusion: Exclusion;
  Target: Target;
  ParticipationRate: ParticipationRate;
  ParticipationGroup: ParticipationGroup;
  Queue: Queue;
  DeadLetter: DeadLetter;
  DeadLetterEdge: DeadLetterEdge;
  DeadLetterConnection: DeadLetterConnection;
  Province: Province;
  Commodity: Commodity;
  CertificationScheme: CertificationScheme;
  GeoPoint: GeoPoint;
  Rating: Rating;
  Contact: Contact;
  RegisterOrganizationInput: RegisterOrganizationInput;
  UpdateOrganizationInput: UpdateOrganizationInput;
  OrganizationFilter: OrganizationFilter;
  OrganizationEdge: OrganizationEdge;
  OrganizationConnection: OrganizationConnection;
  Claim: Claim;
  ClaimEdge: ClaimEdge;
  ClaimConnection: ClaimConnection;
};

export type SettingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Setting'] = ResolversParentTypes['Setting']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isSecret?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSet?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  configuration?: Resolver<Maybe<Array<ResolversTypes['Setting']>>, ParentType, ContextType>;
  award?: Resolver<Maybe<ResolversTypes['Award']>, ParentType, ContextType, RequireFields<QueryAwardArgs, 'id'>>;
  contract?: Resolver<Maybe<ResolversTypes['LinkageContract']>, ParentType, ContextType, RequireFields<QueryContractArgs, 'id'>>;
  contracts?: Resolver<ResolversTypes['LinkageContractConnection'], ParentType, ContextType, Partial<QueryContractsArgs>>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, Partial<QueryUsersArgs>>;
  consents?: Resolver<Array<ResolversTypes['Consent']>, ParentType, ContextType>;
  myData?: Resolver<ResolversTypes['PersonalDataExport'], ParentType, ContextType>;
  accesses?: Resolver<ResolversTypes['AccessConnection'], ParentType, ContextType, Partial<QueryAccessesArgs>>;
  openIdIssuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  import?: Resolver<Maybe<ResolversTypes['Import']>, ParentType, ContextType, RequireFields<QueryImportArgs, 'id'>>;
  imports?: Resolver<ResolversTypes['ImportConnection'], ParentType, ContextType, Partial<QueryImportsArgs>>;
  listing?: Resolver<Maybe<ResolversTypes['Listing']>, ParentType, ContextType, RequireFields<QueryListingArgs, 'id'>>;
  listings?: Resolver<ResolversTypes['ListingConnection'], ParentType, ContextType, Partial<QueryListingsArgs>>;
  demand?: Resolver<Maybe<ResolversTypes['Demand']>, ParentType, ContextType, RequireFields<QueryDemandArgs, 'id'>>;
  demands?: Resolver<ResolversTypes['DemandConnection'], ParentType, ContextType, Partial<QueryDemandsArgs>>;
  explainPair?: Resolver<Maybe<ResolversTypes['PairExplanation']>, ParentType, ContextType, RequireFields<QueryExplainPairArgs, 'listingId' | 'demandId'>>;
  matchingRound?: Resolver<Maybe<ResolversTypes['MatchingRound']>, ParentType, ContextType, RequireFields<QueryMatchingRoundArgs, 'id'>>;
  matchingRounds?: Resolver<ResolversTypes['MatchingRoundConnection'], ParentType, ContextType, Partial<QueryMatchingRoundsArgs>>;
  notices?: Resolver<ResolversTypes['NoticeConnection'], ParentType, ContextType, Partial<QueryNoticesArgs>>;
  participation?: Resolver<ResolversTypes['ParticipationRate'], ParentType, ContextType, Partial<QueryParticipationArgs>>;
  participationSeries?: Resolver<Array<ResolversTypes['ParticipationRate']>, ParentType, ContextType, RequireFields<QueryParticipationSeriesArgs, 'from' | 'to'>>;
  participationBy?: Resolver<Array<ResolversTypes['ParticipationGroup']>, ParentType, ContextType, RequireFields<QueryParticipationByArgs, 'dimension'>>;
  queues?: Resolver<Array<ResolversTypes['Queue']>, ParentType, ContextType>;
  deadLetters?: Resolver<ResolversTypes['DeadLetterConnection'], ParentType, ContextType, Partial<QueryDeadLettersArgs>>;
  provinces?: Resolver<Array<ResolversTypes['Province']>, ParentType, ContextType>;
  commodities?: Resolver<Array<ResolversTypes['Commodity']>, ParentType, ContextType>;
  certificationSchemes?: Resolver<Array<ResolversTypes['CertificationScheme']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType, RequireFields<QueryOrganizationArgs, 'id'>>;
  organizations?: Resolver<ResolversTypes['OrganizationConnection'], ParentType, ContextType, Partial<QueryOrganizationsArgs>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<QueryClaimsArgs>>;
};

export type AwardResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Award'] = ResolversParentTypes['Award']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  demand?: Resolver<ResolversTypes['Demand'], ParentType, ContextType>;
  contracts?: Resolver<Array<ResolversTypes['LinkageContract']>, ParentType, ContextType>;
  shares?: Resolver<Array<ResolversTypes['AwardShare']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AwardShareResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AwardShare'] = ResolversParentTypes['AwardShare']> = {
  status?: Resolver<ResolversTypes['ContractStatus'], ParentType, ContextType>;
  contractCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantityKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  averagePriceVndPerKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type LinkageContractResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkageContract'] = ResolversParentTypes['LinkageContract']> = {
  award?: Resolver<Maybe<ResolversTypes['Award']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['ContractOrigin'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ContractStatus'], ParentType, ContextType>;
  form?: Resolver<ResolversTypes['LinkageForm'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parties?: Resolver<Array<ResolversTypes['ContractParty']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ContractLine']>, ParentType, ContextType>;
  commodities?: Resolver<Array<ResolversTypes['Commodity']>, ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  endsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  signedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  terminatedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, Partial<LinkageContractInForceArgs>>;
  versions?: Resolver<Array<ResolversTypes['ContractVersion']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['ContractEventConnection'], ParentType, ContextType, Partial<LinkageContractEventsArgs>>;
  deliveries?: Resolver<ResolversTypes['DeliveryConnection'], ParentType, ContextType, Partial<LinkageContractDeliveriesArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ContractPartyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractParty'] = ResolversParentTypes['ContractParty']> = {
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['ChainRole']>, ParentType, ContextType>;
  lead?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  signedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ContractVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractVersion'] = ResolversParentTypes['ContractVersion']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  offeredBy?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ContractLine']>, ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  endsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  terms?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContractLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractLine'] = ResolversParentTypes['ContractLine']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  supplier?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  buyer?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  commodity?: Resolver<ResolversTypes['Commodity'], ParentType, ContextType>;
  variety?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantityKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  acceptedKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  priceMechanism?: Resolver<ResolversTypes['PriceMechanism'], ParentType, ContextType>;
  priceVndPerKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  listing?: Resolver<Maybe<ResolversTypes['Listing']>, ParentType, ContextType>;
  demand?: Resolver<Maybe<ResolversTypes['Demand']>, ParentType, ContextType>;
};

export type ContractEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractEvent'] = ResolversParentTypes['ContractEvent']> = {
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ContractEventType'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeliveryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['ContractLine'], ParentType, ContextType>;
  deliveredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  quantityKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  acceptedKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LinkageContractEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkageContractEdge'] = ResolversParentTypes['LinkageContractEdge']> = {
  node?: Resolver<ResolversTypes['LinkageContract'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LinkageContractConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LinkageContractConnection'] = ResolversParentTypes['LinkageContractConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LinkageContractEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LinkageContract']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContractEventEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractEventEdge'] = ResolversParentTypes['ContractEventEdge']> = {
  node?: Resolver<ResolversTypes['ContractEvent'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ContractEventConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractEventConnection'] = ResolversParentTypes['ContractEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ContractEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ContractEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeliveryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeliveryEdge'] = ResolversParentTypes['DeliveryEdge']> = {
  node?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeliveryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Delivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  offerContract?: Resolver<ResolversTypes['LinkageContract'], ParentType, ContextType, RequireFields<MutationOfferContractArgs, 'input'>>;
  counterContract?: Resolver<ResolversTypes['LinkageContract'], ParentType, ContextType, RequireFields<MutationCounterContractArgs, 'id' | 'expectedVersion' | 'input'>>;
  signContract?: Resolver<ResolversTypes['LinkageContract'], ParentType, ContextType, RequireFields<MutationSignContractArgs, 'id' | 'expectedVersion'>>;
  declineContract?: Resolver<ResolversTypes['LinkageContract'], ParentType, ContextType, RequireFields<MutationDeclineContractArgs, 'id' | 'reason'>>;
  withdrawContract?: Resolver<ResolversTypes['LinkageContract'], ParentType, ContextType, RequireFields<MutationWithdrawContractArgs, 'id'>>;
  terminateContract?: Resolver<ResolversTypes['LinkageContract'], ParentType, ContextType, RequireFields<MutationTerminateContractArgs, 'id' | 'reason'>>;
  attestContract?: Resolver<ResolversTypes['LinkageContract'], ParentType, ContextType, RequireFields<MutationAttestContractArgs, 'input'>>;
  recordDelivery?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType, RequireFields<MutationRecordDeliveryArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['Session'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'login' | 'password'>>;
  signUp?: Resolver<ResolversTypes['Session'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'login' | 'password'>>;
  signOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, Partial<MutationSignOutArgs>>;
  changePassword?: Resolver<ResolversTypes['Session'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'currentPassword' | 'newPassword'>>;
  eraseMe?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationEraseMeArgs, 'password'>>;
  setUserRole?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationSetUserRoleArgs, 'userId' | 'role'>>;
  invitePerson?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType, RequireFields<MutationInvitePersonArgs, 'login' | 'role'>>;
  withdrawInvitation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationWithdrawInvitationArgs, 'id'>>;
  acceptInvitation?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationAcceptInvitationArgs, 'token'>>;
  setPersonRole?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationSetPersonRoleArgs, 'userId' | 'role'>>;
  removePerson?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemovePersonArgs, 'userId'>>;
  handOver?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationHandOverArgs, 'userId'>>;
  leaveOrganization?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  giveConsent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType, RequireFields<MutationGiveConsentArgs, 'purpose' | 'textVersion'>>;
  withdrawConsent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType, RequireFields<MutationWithdrawConsentArgs, 'purpose'>>;
  beginOpenIdSignIn?: Resolver<ResolversTypes['OpenIdSignIn'], ParentType, ContextType>;
  finishOpenIdSignIn?: Resolver<ResolversTypes['Session'], ParentType, ContextType, RequireFields<MutationFinishOpenIdSignInArgs, 'callbackUrl' | 'secret'>>;
  linkOpenId?: Resolver<ResolversTypes['User'], ParentType, ContextType, RequireFields<MutationLinkOpenIdArgs, 'callbackUrl' | 'secret'>>;
  unlinkOpenId?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  cancelImport?: Resolver<ResolversTypes['Import'], ParentType, ContextType, RequireFields<MutationCancelImportArgs, 'id'>>;
  createListing?: Resolver<ResolversTypes['Listing'], ParentType, ContextType, RequireFields<MutationCreateListingArgs, 'input'>>;
  updateListing?: Resolver<ResolversTypes['Listing'], ParentType, ContextType, RequireFields<MutationUpdateListingArgs, 'id' | 'input'>>;
  withdrawListing?: Resolver<ResolversTypes['Listing'], ParentType, ContextType, RequireFields<MutationWithdrawListingArgs, 'id'>>;
  removeListingPhoto?: Resolver<ResolversTypes['Listing'], ParentType, ContextType, RequireFields<MutationRemoveListingPhotoArgs, 'id'>>;
  createDemand?: Resolver<ResolversTypes['Demand'], ParentType, ContextType, RequireFields<MutationCreateDemandArgs, 'input'>>;
  updateDemand?: Resolver<ResolversTypes['Demand'], ParentType, ContextType, RequireFields<MutationUpdateDemandArgs, 'id' | 'input'>>;
  withdrawDemand?: Resolver<ResolversTypes['Demand'], ParentType, ContextType, RequireFields<MutationWithdrawDemandArgs, 'id'>>;
  offerFromBundle?: Resolver<ResolversTypes['Award'], ParentType, ContextType, RequireFields<MutationOfferFromBundleArgs, 'input'>>;
  startMatchingRound?: Resolver<ResolversTypes['MatchingRound'], ParentType, ContextType, RequireFields<MutationStartMatchingRoundArgs, 'input'>>;
  cancelMatchingRound?: Resolver<ResolversTypes['MatchingRound'], ParentType, ContextType, RequireFields<MutationCancelMatchingRoundArgs, 'id'>>;
  offerFromRound?: Resolver<Array<ResolversTypes['LinkageContract']>, ParentType, ContextType, RequireFields<MutationOfferFromRoundArgs, 'input'>>;
  readNotice?: Resolver<ResolversTypes['Notice'], ParentType, ContextType, RequireFields<MutationReadNoticeArgs, 'id'>>;
  readAllNotices?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationReadAllNoticesArgs, 'until'>>;
  retryDeadLetter?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRetryDeadLetterArgs, 'id'>>;
  registerOrganization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType, RequireFields<MutationRegisterOrganizationArgs, 'input'>>;
  claimOrganization?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationClaimOrganizationArgs, 'organizationId'>>;
  approveClaim?: Resolver<ResolversTypes['Organization'], ParentType, ContextType, RequireFields<MutationApproveClaimArgs, 'organizationId' | 'login'>>;
  refuseClaim?: Resolver<ResolversTypes['Organization'], ParentType, ContextType, RequireFields<MutationRefuseClaimArgs, 'organizationId' | 'login'>>;
  updateOrganization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType, RequireFields<MutationUpdateOrganizationArgs, 'id' | 'input'>>;
  setOrganizationStatus?: Resolver<ResolversTypes['Organization'], ParentType, ContextType, RequireFields<MutationSetOrganizationStatusArgs, 'id' | 'status'>>;
  rateOrganization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType, RequireFields<MutationRateOrganizationArgs, 'id' | 'year' | 'score'>>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  login?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['UserRole'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  organizationRole?: Resolver<Maybe<ResolversTypes['OrganizationRole']>, ParentType, ContextType>;
  provinces?: Resolver<Array<ResolversTypes['Province']>, ParentType, ContextType>;
  roleDecision?: Resolver<Maybe<ResolversTypes['RoleDecision']>, ParentType, ContextType>;
};

export type RoleDecisionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RoleDecision'] = ResolversParentTypes['RoleDecision']> = {
  role?: Resolver<ResolversTypes['UserRole'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InvitationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  login?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['OrganizationRole'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type AccessResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Access'] = ResolversParentTypes['Access']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AccessKind'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['UserRole'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AccessEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccessEdge'] = ResolversParentTypes['AccessEdge']> = {
  node?: Resolver<ResolversTypes['Access'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AccessConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccessConnection'] = ResolversParentTypes['AccessConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccessEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Access']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization']> = {
  people?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, Partial<OrganizationPeopleArgs>>;
  invitations?: Resolver<Maybe<Array<ResolversTypes['Invitation']>>, ParentType, ContextType>;
  participates?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, Partial<OrganizationParticipatesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OrganizationKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  taxCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  province?: Resolver<ResolversTypes['Province'], ParentType, ContextType>;
  commune?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['GeoPoint']>, ParentType, ContextType>;
  chainRoles?: Resolver<Array<ResolversTypes['ChainRole']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrganizationStatus'], ParentType, ContextType>;
  memberCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  agricultural?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  highTech?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  memberOf?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType, Partial<OrganizationMemberOfArgs>>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType, Partial<OrganizationRatingArgs>>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  purpose?: Resolver<ResolversTypes['ConsentPurpose'], ParentType, ContextType>;
  given?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  agreedVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonalDataExportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalDataExport'] = ResolversParentTypes['PersonalDataExport']> = {
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  json?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tables?: Resolver<Array<ResolversTypes['PersonalTable']>, ParentType, ContextType>;
};

export type PersonalTableResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalTable'] = ResolversParentTypes['PersonalTable']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  csv?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OpenIdSignInResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OpenIdSignIn'] = ResolversParentTypes['OpenIdSignIn']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ImportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Import'] = ResolversParentTypes['Import']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ImportKind'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ImportStatus'], ParentType, ContextType>;
  rowsDone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsOf?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rejectedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  fault?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ImportEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportEdge'] = ResolversParentTypes['ImportEdge']> = {
  node?: Resolver<ResolversTypes['Import'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportConnection'] = ResolversParentTypes['ImportConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ImportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Import']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ListingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Listing'] = ResolversParentTypes['Listing']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  commodity?: Resolver<ResolversTypes['Commodity'], ParentType, ContextType>;
  variety?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  certifications?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  quantityKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  remainingKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  minimumLotKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  availableFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  availableTo?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  askPriceVndPerKg?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  province?: Resolver<ResolversTypes['Province'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['GeoPoint']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PostingStatus'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  photos?: Resolver<Array<ResolversTypes['ListingPhoto']>, ParentType, ContextType>;
  matches?: Resolver<ResolversTypes['MatchConnection'], ParentType, ContextType, Partial<ListingMatchesArgs>>;
};

export type ListingPhotoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ListingPhoto'] = ResolversParentTypes['ListingPhoto']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DemandResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Demand'] = ResolversParentTypes['Demand']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  buyer?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  commodity?: Resolver<ResolversTypes['Commodity'], ParentType, ContextType>;
  variety?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  minimumGrade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requiredCertifications?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  quantityKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  remainingKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  minimumLotKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  maximumSuppliers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  deliverFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  deliverTo?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  maximumPriceVndPerKg?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  province?: Resolver<ResolversTypes['Province'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['GeoPoint']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PostingStatus'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  matches?: Resolver<ResolversTypes['MatchConnection'], ParentType, ContextType, Partial<DemandMatchesArgs>>;
  bundles?: Resolver<Array<ResolversTypes['Bundle']>, ParentType, ContextType, Partial<DemandBundlesArgs>>;
};

export type ListingEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ListingEdge'] = ResolversParentTypes['ListingEdge']> = {
  node?: Resolver<ResolversTypes['Listing'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ListingConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ListingConnection'] = ResolversParentTypes['ListingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ListingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Listing']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DemandEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DemandEdge'] = ResolversParentTypes['DemandEdge']> = {
  node?: Resolver<ResolversTypes['Demand'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DemandConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DemandConnection'] = ResolversParentTypes['DemandConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DemandEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Demand']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScorePartResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScorePart'] = ResolversParentTypes['ScorePart']> = {
  criterion?: Resolver<ResolversTypes['MatchCriterion'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Match'] = ResolversParentTypes['Match']> = {
  listing?: Resolver<ResolversTypes['Listing'], ParentType, ContextType>;
  demand?: Resolver<ResolversTypes['Demand'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['ScorePart']>, ParentType, ContextType>;
  quantityKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  distanceKm?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  distanceIsApproximate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PairExplanationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PairExplanation'] = ResolversParentTypes['PairExplanation']> = {
  feasible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  failures?: Resolver<Array<ResolversTypes['FailedRule']>, ParentType, ContextType>;
  match?: Resolver<Maybe<ResolversTypes['Match']>, ParentType, ContextType>;
};

export type FailedRuleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FailedRule'] = ResolversParentTypes['FailedRule']> = {
  rule?: Resolver<ResolversTypes['MatchRule'], ParentType, ContextType>;
  listingHas?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  demandWants?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  canChange?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type BundleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Bundle'] = ResolversParentTypes['Bundle']> = {
  suppliers?: Resolver<Array<ResolversTypes['BundleSupplier']>, ParentType, ContextType>;
  quantityKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  averagePriceVndPerKg?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  gap?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type BundleSupplierResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BundleSupplier'] = ResolversParentTypes['BundleSupplier']> = {
  listing?: Resolver<ResolversTypes['Listing'], ParentType, ContextType>;
  quantityKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type MatchEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MatchEdge'] = ResolversParentTypes['MatchEdge']> = {
  node?: Resolver<ResolversTypes['Match'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatchConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MatchConnection'] = ResolversParentTypes['MatchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MatchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Match']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MatchingRoundResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MatchingRound'] = ResolversParentTypes['MatchingRound']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RoundStatus'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['RoundFailure']>, ParentType, ContextType>;
  startedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  commodities?: Resolver<Array<ResolversTypes['Commodity']>, ParentType, ContextType>;
  provinces?: Resolver<Array<ResolversTypes['Province']>, ParentType, ContextType>;
  deliverFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  deliverTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  transportCostVndPerKgKm?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  inclusionBonusVnd?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  objectiveVnd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  boundVnd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  skippedListings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  skippedDemands?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  newlyParticipating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  bonusCostVnd?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  allocations?: Resolver<ResolversTypes['AllocationConnection'], ParentType, ContextType, Partial<MatchingRoundAllocationsArgs>>;
  byProvince?: Resolver<Array<ResolversTypes['RoundProvince']>, ParentType, ContextType>;
  shadowPrices?: Resolver<ResolversTypes['ShadowPriceConnection'], ParentType, ContextType, Partial<MatchingRoundShadowPricesArgs>>;
  certificate?: Resolver<Maybe<ResolversTypes['RoundCertificate']>, ParentType, ContextType>;
  inputDigest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RoundCertificateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RoundCertificate'] = ResolversParentTypes['RoundCertificate']> = {
  feasible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  blockingPairs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gap?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RoundProvinceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RoundProvince'] = ResolversParentTypes['RoundProvince']> = {
  province?: Resolver<ResolversTypes['Province'], ParentType, ContextType>;
  suppliedKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  supplierCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  receivedKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type AllocationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Allocation'] = ResolversParentTypes['Allocation']> = {
  listing?: Resolver<ResolversTypes['Listing'], ParentType, ContextType>;
  demand?: Resolver<ResolversTypes['Demand'], ParentType, ContextType>;
  quantityKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  priceVndPerKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  surplusVnd?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ShadowPriceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShadowPrice'] = ResolversParentTypes['ShadowPrice']> = {
  commodity?: Resolver<ResolversTypes['Commodity'], ParentType, ContextType>;
  province?: Resolver<ResolversTypes['Province'], ParentType, ContextType>;
  supplyVndPerKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  demandVndPerKg?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  matchingRoundChanged?: SubscriptionResolver<ResolversTypes['MatchingRound'], "matchingRoundChanged", ParentType, ContextType, RequireFields<SubscriptionMatchingRoundChangedArgs, 'id'>>;
  unreadNoticesChanged?: SubscriptionResolver<ResolversTypes['Int'], "unreadNoticesChanged", ParentType, ContextType>;
  participationChanged?: SubscriptionResolver<ResolversTypes['ParticipationRate'], "participationChanged", ParentType, ContextType, Partial<SubscriptionParticipationChangedArgs>>;
};

export type AllocationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AllocationEdge'] = ResolversParentTypes['AllocationEdge']> = {
  node?: Resolver<ResolversTypes['Allocation'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AllocationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AllocationConnection'] = ResolversParentTypes['AllocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AllocationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Allocation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ShadowPriceEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShadowPriceEdge'] = ResolversParentTypes['ShadowPriceEdge']> = {
  node?: Resolver<ResolversTypes['ShadowPrice'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ShadowPriceConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShadowPriceConnection'] = ResolversParentTypes['ShadowPriceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ShadowPriceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ShadowPrice']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MatchingRoundEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MatchingRoundEdge'] = ResolversParentTypes['MatchingRoundEdge']> = {
  node?: Resolver<ResolversTypes['MatchingRound'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MatchingRoundConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MatchingRoundConnection'] = ResolversParentTypes['MatchingRoundConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MatchingRoundEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['MatchingRound']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NoticeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Notice'] = ResolversParentTypes['Notice']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isRead?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  contract?: Resolver<Maybe<ResolversTypes['LinkageContract']>, ParentType, ContextType>;
  claimed?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
};

export type NoticeEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NoticeEdge'] = ResolversParentTypes['NoticeEdge']> = {
  node?: Resolver<ResolversTypes['Notice'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NoticeConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NoticeConnection'] = ResolversParentTypes['NoticeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NoticeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Notice']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExclusionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Exclusion'] = ResolversParentTypes['Exclusion']> = {
  reason?: Resolver<ResolversTypes['ExclusionReason'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TargetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target']> = {
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  comparison?: Resolver<ResolversTypes['TargetComparison'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ParticipationRateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ParticipationRate'] = ResolversParentTypes['ParticipationRate']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  denominator?: Resolver<ResolversTypes['Denominator'], ParentType, ContextType>;
  participating?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  participatingByAttestation?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  counted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['Target']>, ParentType, ContextType>;
  targets?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>;
  knownAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  excluded?: Resolver<Array<ResolversTypes['Exclusion']>, ParentType, ContextType>;
};

export type ParticipationGroupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ParticipationGroup'] = ResolversParentTypes['ParticipationGroup']> = {
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['ParticipationRate'], ParentType, ContextType>;
};

export type QueueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Queue'] = ResolversParentTypes['Queue']> = {
  name?: Resolver<ResolversTypes['QueueName'], ParentType, ContextType>;
  waitingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  activeCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  delayedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  countedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ageSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeadLetterResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  queue?: Resolver<ResolversTypes['QueueName'], ParentType, ContextType>;
  job?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attemptCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge']> = {
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProvinceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Province'] = ResolversParentTypes['Province']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nameVi?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CommodityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Commodity'] = ResolversParentTypes['Commodity']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nameVi?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hsCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  perishableDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  grades?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  tradeUnit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kgPerTradeUnit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type CertificationSchemeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CertificationScheme'] = ResolversParentTypes['CertificationScheme']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nameVi?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GeoPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GeoPoint'] = ResolversParentTypes['GeoPoint']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RatingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Rating'] = ResolversParentTypes['Rating']> = {
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  band?: Resolver<ResolversTypes['RatingBand'], ParentType, ContextType>;
};

export type ContactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrganizationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationEdge'] = ResolversParentTypes['OrganizationEdge']> = {
  node?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrganizationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationConnection'] = ResolversParentTypes['OrganizationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrganizationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Organization']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClaimResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Claim'] = ResolversParentTypes['Claim']> = {
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  login?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  claimedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ClaimEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ClaimEdge'] = ResolversParentTypes['ClaimEdge']> = {
  node?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClaimConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ClaimConnection'] = ResolversParentTypes['ClaimConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ClaimEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Setting?: SettingResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Award?: AwardResolvers<ContextType>;
  AwardShare?: AwardShareResolvers<ContextType>;
  LinkageContract?: LinkageContractResolvers<ContextType>;
  ContractParty?: ContractPartyResolvers<ContextType>;
  ContractVersion?: ContractVersionResolvers<ContextType>;
  ContractLine?: ContractLineResolvers<ContextType>;
  ContractEvent?: ContractEventResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  LinkageContractEdge?: LinkageContractEdgeResolvers<ContextType>;
  LinkageContractConnection?: LinkageContractConnectionResolvers<ContextType>;
  ContractEventEdge?: ContractEventEdgeResolvers<ContextType>;
  ContractEventConnection?: ContractEventConnectionResolvers<ContextType>;
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  RoleDecision?: RoleDecisionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  Access?: AccessResolvers<ContextType>;
  AccessEdge?: AccessEdgeResolvers<ContextType>;
  AccessConnection?: AccessConnectionResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  PersonalDataExport?: PersonalDataExportResolvers<ContextType>;
  PersonalTable?: PersonalTableResolvers<ContextType>;
  OpenIdSignIn?: OpenIdSignInResolvers<ContextType>;
  Import?: ImportResolvers<ContextType>;
  ImportEdge?: ImportEdgeResolvers<ContextType>;
  ImportConnection?: ImportConnectionResolvers<ContextType>;
  Listing?: ListingResolvers<ContextType>;
  ListingPhoto?: ListingPhotoResolvers<ContextType>;
  Demand?: DemandResolvers<ContextType>;
  ListingEdge?: ListingEdgeResolvers<ContextType>;
  ListingConnection?: ListingConnectionResolvers<ContextType>;
  DemandEdge?: DemandEdgeResolvers<ContextType>;
  DemandConnection?: DemandConnectionResolvers<ContextType>;
  ScorePart?: ScorePartResolvers<ContextType>;
  Match?: MatchResolvers<ContextType>;
  PairExplanation?: PairExplanationResolvers<ContextType>;
  FailedRule?: FailedRuleResolvers<ContextType>;
  Bundle?: BundleResolvers<ContextType>;
  BundleSupplier?: BundleSupplierResolvers<ContextType>;
  MatchEdge?: MatchEdgeResolvers<ContextType>;
  MatchConnection?: MatchConnectionResolvers<ContextType>;
  MatchingRound?: MatchingRoundResolvers<ContextType>;
  RoundCertificate?: RoundCertificateResolvers<ContextType>;
  RoundProvince?: RoundProvinceResolvers<ContextType>;
  Allocation?: AllocationResolvers<ContextType>;
  ShadowPrice?: ShadowPriceResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  AllocationEdge?: AllocationEdgeResolvers<ContextType>;
  AllocationConnection?: AllocationConnectionResolvers<ContextType>;
  ShadowPriceEdge?: ShadowPriceEdgeResolvers<ContextType>;
  ShadowPriceConnection?: ShadowPriceConnectionResolvers<ContextType>;
  MatchingRoundEdge?: MatchingRoundEdgeResolvers<ContextType>;
  MatchingRoundConnection?: MatchingRoundConnectionResolvers<ContextType>;
  Notice?: NoticeResolvers<ContextType>;
  NoticeEdge?: NoticeEdgeResolvers<ContextType>;
  NoticeConnection?: NoticeConnectionResolvers<ContextType>;
  Exclusion?: ExclusionResolvers<ContextType>;
  Target?: TargetResolvers<ContextType>;
  ParticipationRate?: ParticipationRateResolvers<ContextType>;
  ParticipationGroup?: ParticipationGroupResolvers<ContextType>;
  Queue?: QueueResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  Province?: ProvinceResolvers<ContextType>;
  Commodity?: CommodityResolvers<ContextType>;
  CertificationScheme?: CertificationSchemeResolvers<ContextType>;
  GeoPoint?: GeoPointResolvers<ContextType>;
  Rating?: RatingResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  OrganizationEdge?: OrganizationEdgeResolvers<ContextType>;
  OrganizationConnection?: OrganizationConnectionResolvers<ContextType>;
  Claim?: ClaimResolvers<ContextType>;
  ClaimEdge?: ClaimEdgeResolvers<ContextType>;
  ClaimConnection?: ClaimConnectionResolvers<ContextType>;
};
