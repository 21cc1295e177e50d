import { useQuery } from 'urql';
import { numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Waiting } from '../design/card';
import { Fact, Facts } from '../design/facts';
import { registryWords } from '../registry/words';
import { OneToJudge } from './documents';
import { deskWords } from './words';

/** Who stands behind a registration; that one has looked is written down. */
export function ToJudge({ organizationId }: { readonly organizationId: string }) {
  const words = useWords(deskWords);
  const registry = useWords(registryWords);
  const { loading } = useWords(consoleWords);
  const { language } = useLanguage();
  const [{ data, fetching }, ask] = useQuery({ query: OneToJudge, variables: { id: organizationId } });
  const organization = data?.organization;
  if (!organization && fetching) return <Waiting label={loading} rows={2} />;
  if (!organization) return <Unreachable onAskAgain={() => ask({ requestPolicy: 'network-only' })} />;
  const { taxCode, memberCount, chainRoles, contact, people } = organization;
  const reached = [contact?.name, contact?.phone, contact?.email].filter(Boolean).join(', ');
  return (
    <Facts>
      <Fact term={words.registeredBy}>{people?.nodes.map(({ login }) => login).join(', ') || registry.none}</Fact>
      <Fact term={registry.contact}>{reached || registry.none}</Fact>
      <Fact term={registry.taxCode}>{taxCode ?? registry.none}</Fact>
      <Fact term={registry.roles}>{chainRoles.map((role) => registry.role[role]).join(', ')}</Fact>
      <Fact term={registry.members}>{memberCount === null ? registry.none : numberText(memberCount, language)}</Fact>
    </Facts>
  );
}
