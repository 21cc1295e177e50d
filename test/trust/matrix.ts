/**
 * Who may do what to which thing, every cell of it, over HTTP and on the socket alike. Of the viewers farm and mill are
 * parties of the contracts, farm has the listings and mill the demands; they, the stranger and the newcomer, whose organization
 * is the pending one, are in province 80. Each is the OWNER of its organization; reader and trader are of the farm, too.
 * Nobody may sign in by OpenID Connect here: there is no issuer.
 *
 * O done or answered, – answered with null or an empty list, U UNAUTHENTICATED, N NOT_FOUND, F FORBIDDEN, and after the thing
 * was found and the act allowed: I INVALID_INPUT, C CONFLICT, S INVALID_STATE.
 */
export const VIEWERS =
  'nobody homeless newcomer farm mill stranger manager80 manager92 country administrator reader trader'.split(' ');
export const MATRIX = `
me                                       – O O O O O O O O O O O
openIdIssuer                             – – – – – – – – – – – –
provinces                                O O O O O O O O O O O O
commodities                              O O O O O O O O O O O O
certificationSchemes                     O O O O O O O O O O O O
participation                            O O O O O O O O O O O O
participation of a commodity             U O O O O O O O O O O O
participationSeries                      O O O O O O O O O O O O
participationSeries of a commodity       U O O O O O O O O O O O
participationBy a province               O O O O O O O O O O O O
participationBy a commodity              U O O O O O O O O O O O
participationChanged                     O O O O O O O O O O O O
participationChanged of a commodity      U O O O O O O O O O O O
organization, active                     U O O O O O O O O O O O
organization, pending                    U – O – – – O – O O – –
organization, its tax code               U – – O – – O – O O O O
organization, its contact                U – – O O – O – O O O O
organization, its people                 U – – O – – O – O O O O
organization, its invitations            U – – O – – – – – – – –
organizations, active                    U O O O O O O O O O O O
organizations, pending                   U – O – – – O – O O – –
organizations by a tax code              U – – O – – O – O O O O
claims, of province 80                   U – – – – – O – O O – –
listing, open                            U O O O O O O O O O O O
listing, withdrawn                       U – – O – – O – O O O O
listing, its matches                     U O O O O O O O O O O O
listing, its photos                      U O O O O O O O O O O O
listings, open                           U O O O O O O O O O O O
listings, withdrawn                      U – – O – – O – O O O O
demand, open                             U O O O O O O O O O O O
demand, withdrawn                        U – – – O – O – O O – –
demand, its matches                      U O O O O O O O O O O O
demand, its bundles                      U O O O O O O O O O O O
demands, open                            U O O O O O O O O O O O
demands, withdrawn                       U – – – O – O – O O – –
explainPair, both open                   U O O O O O O O O O O O
explainPair, the listing withdrawn       U – – O – – O – O O O O
matchingRound, of province 80            U – – O O O O – – O O O
matchingRounds                           U – – O O O O – O O O O
matchingRoundChanged, of province 80     U N N O O O O N N O O O
contract, offered                        U – – O O – O – O O O O
contract, signed                         U – – O O – O – O O O O
contract, attested                       U – – O O – O – O O O O
contract, its award                      U – – – O – O – O O – –
award                                    U – – – O – O – O O – –
contracts                                U – – O O – O O O O O O
contracts of an organization             U – – O O – O – O O O O
import, of manager80                     U – – – – – O – – – – –
imports                                  U – – – – – O – – – – –
notices                                  U – – O O – – – – – O O
unreadNoticesChanged                     U O O O O O O O O O O O
accesses                                 U – – O O – O – O O O O
users                                    U – – – – – – – – O – –
configuration                            U – – – – – – – – O – –
queues                                   U – – – – – – – – O – –
deadLetters                              U – – – – – – – – O – –
retryDeadLetter                          U N N N N N N N N O N N
consents                                 U O O O O O O O O O O O
myData                                   U O O O O O O O O O O O
signIn                                   O O O O O O O O O O O O
signUp                                   O O O O O O O O O O O O
beginOpenIdSignIn                        N N N N N N N N N N N N
finishOpenIdSignIn                       N N N N N N N N N N N N
linkOpenId                               U N N N N N N N N N N N
unlinkOpenId                             U N N N N N N N N N N N
signOut                                  U O O O O O O O O O O O
changePassword                           U I I I I I I I I I I I
eraseMe                                  U I I I I I I I I I I I
invitePerson                             U S O O O O F F F F F F
withdrawInvitation                       U N N O N N N N N N N N
acceptInvitation, somebody else’s        U N N N N N N N N N N N
setUserRole, of the farm’s trader        U N N F N N F N F S F F
setPersonRole                            U N N O N N F N F F F F
removePerson, oneself                    U N N I N N F N F F F F
handOver, to oneself                     U N N I N N F N F F F F
leaveOrganization, as its last owner     U S S S S S F F F F O O
giveConsent                              U I I I I I I I I I I I
withdrawConsent                          U O O O O O O O O O O O
registerOrganization                     U O S S S S O F O O F S
claimOrganization, one without users     U O S S S S F F F F F S
claimOrganization, pending               U N S N N N F N F F N N
approveClaim                             U F F F F F I F I I F F
approveClaim, pending                    U N F N N N I N I I N N
refuseClaim                              U F F F F F I F I I F F
refuseClaim, pending                     U N F N N N I N I I N N
updateOrganization, active               U F F O F F O F O O F F
updateOrganization, pending              U N O N N N O N O O N N
setOrganizationStatus, active            U F F F F F I F I I F F
setOrganizationStatus, pending           U N F N N N I N I I N N
rateOrganization, active                 U F F F F F I F I I F F
rateOrganization, pending                U N F N N N I N I I N N
createListing                            U S S O O O F F F F F O
createDemand                             U S S O O O F F F F F O
updateListing, open                      U F F I F F F F F F F I
updateListing, withdrawn                 U N N S N N F N F F F S
updateDemand, open                       U F F F I F F F F F F F
updateDemand, withdrawn                  U N N N S N F N F F N N
withdrawListing, open                    U F F O F F F F F F F O
withdrawListing, withdrawn               U N N S N N F N F F F S
removeListingPhoto, of an open listing   U F F O F F F F F F F O
removeListingPhoto, of a withdrawn one   U N N O N N F N F F F O
withdrawDemand, open                     U F F F O F F F F F F F
withdrawDemand, withdrawn                U N N N S N F N F F N N
startMatchingRound, of province 80       U F F F F F O F O O F F
cancelImport, of manager80               U N N N N N O N N N N N
cancelMatchingRound, of province 80      U N N F F F S N N S F F
offerFromRound, to the mill              U I I O I I F F F F F O
offerContract                            U S I O O I F F F F F O
counterContract, offered                 U N N C C N F N F F F C
offerFromBundle                          U F F F O F F F F F F F
signContract, offered                    U N N C C N F N F F F C
signContract, attested                   U N N C C N F N F F F C
declineContract, signed                  U N N S F N F N F F F S
withdrawContract, signed                 U N N F S N F N F F F F
terminateContract, signed                U N N I I N F N F F F I
terminateContract, attested              U N N I I N I N I I F I
readNotice, the farm’s                   U N N O N N N N N N O O
readAllNotices                           U O O O O O O O O O O O
attestContract                           U F F F F F O F O O F F
recordDelivery, signed                   U N N I I N F N F F F I
recordDelivery, offered                  U N N I I N F N F F F I
`;
