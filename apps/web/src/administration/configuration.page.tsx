import { useWords } from '../app/language';
import { Page } from '../app/page';
import { useRemembered } from '../app/remembered';
import { useSession } from '../app/session';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Card, Empty, Waiting } from '../design/card';
import { Fact, Facts } from '../design/facts';
import { Tag } from '../design/tag';
import styles from './administration.module.css';
import { Configuration } from './documents';
import { settingWords } from './setting-words';
import { administrationWords } from './words';

export function ConfigurationPage() {
  const words = useWords(administrationWords);
  const isAdministrator = useSession()?.role === 'ADMINISTRATOR';
  return (
    <Page title={words.configuration} back="/administration">
      {isAdministrator ? <Settings /> : <Empty title={words.notForYou} />}
    </Page>
  );
}

/** What each is for, and what it is here; of a secret no more than that there is one. */
function Settings() {
  const words = useWords(administrationWords);
  const meanings = useWords(settingWords);
  const { loading } = useWords(consoleWords);
  const { data, isWaiting, isMissing, askAgain } = useRemembered('configuration', Configuration, {});
  return (
    <>
      <p className={styles.note}>{words.configurationHow}</p>
      {isWaiting && <Waiting label={loading} rows={6} />}
      {isMissing && <Unreachable onAskAgain={askAgain} />}
      {data?.configuration && (
        <Card>
          <Facts>
            {data.configuration.map(({ name, value, isSet }) => (
              <Fact key={name} term={name}>
                <span className={styles.setting}>
                  {value === null ? (
                    <Tag kind={isSet ? 'good' : 'plain'}>{isSet ? words.isSet : words.notSet}</Tag>
                  ) : (
                    <code translate="no">{value}</code>
                  )}
                  <small>{meanings[name]}</small>
                </span>
              </Fact>
            ))}
          </Facts>
        </Card>
      )}
    </>
  );
}
