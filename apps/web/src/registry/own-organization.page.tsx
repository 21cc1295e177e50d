import { Page } from '../app/page';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { Join } from './join';
import { Profile } from './profile';
import { registryWords } from './words';

/** Whom the person acts for; and who acts for nobody yet finds, registers or joins one here. */
export function OwnOrganizationPage() {
  const words = useWords(registryWords);
  const organization = useSession()?.organization;
  return (
    <Page title={organization ? words.ours : words.join} back="/">
      {organization ? <Profile organizationId={organization.id} /> : <Join />}
    </Page>
  );
}
