import { Page } from '../app/page';
import { useWords } from '../app/language';
import { AskedConsents } from './asked-consents';
import { NewPassword } from './new-password';
import { identityWords } from './words';

/** What is the person's own, whomever they act for. */
export function AccountPage() {
  const words = useWords(identityWords);
  return (
    <Page title={words.account} back="/">
      <NewPassword />
      <AskedConsents />
    </Page>
  );
}
