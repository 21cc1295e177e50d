import { useLanguage, useWords } from '../app/language';
import styles from './changes.module.css';
import type { Contract } from './documents';
import { changesBetween } from './version-changes';
import { contractWords } from './words';

/** Every counter-offer with what it changed, the newest first; nothing for a contract of one version. */
export function Changes({ contract }: { readonly contract: Contract }) {
  const words = useWords(contractWords);
  const { language } = useLanguage();
  const versions = contract.versions.toSorted((a, b) => b.version - a.version);
  return versions.slice(0, -1).map((version, at) => {
    const before = versions[at + 1];
    return (
      <section key={version.version} className={styles.changes}>
        <h2>{words.versionBy(version.version, version.offeredBy.name)}</h2>
        <ul>
          {before &&
            changesBetween(before, version, language).map((change) => (
              <li key={`${change.part} ${change.of}`}>
                {words.changed[change.part]}
                {change.of && ` (${change.of})`}: <del>{change.before || words.nothing}</del>{' '}
                <ins>{change.after || words.nothing}</ins>
              </li>
            ))}
        </ul>
      </section>
    );
  });
}
