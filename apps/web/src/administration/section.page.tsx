import { useParams } from '@tanstack/react-router';
import { useWords } from '../app/language';
import { Page } from '../app/page';
import { consoleWords } from '../app/words';
import { Empty } from '../design/card';
import { ConfigurationPage } from './configuration.page';
import { QueuesPage } from './queues.page';

/** Beside users: what few come for. Each address of its own would be a part of what every phone loads first. */
export function SectionPage() {
  const { section } = useParams({ from: '/signed-in/administration/$section' });
  const { notThere } = useWords(consoleWords);
  if (section === 'configuration') return <ConfigurationPage />;
  if (section === 'queues') return <QueuesPage />;
  return (
    <Page title={notThere} back="/administration">
      <Empty title={notThere} />
    </Page>
  );
}
