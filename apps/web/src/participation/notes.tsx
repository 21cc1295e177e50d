import { numberText, percentText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { dashboardWords } from './dashboard-words';
import type { Figure } from './documents';
import styles from './notes.module.css';

/** What one should know before one quotes a figure. */
export function Notes({
  figure: { participating, participatingByAttestation: attested, definition },
}: {
  readonly figure: Figure;
}) {
  const words = useWords(dashboardWords);
  const { language } = useLanguage();
  return (
    <section className={styles.notes}>
      <h2>{words.notes}</h2>
      <ul>
        {attested > 0 && (
          <li>
            {words.note.attested(numberText(attested, language), percentText(attested / participating, language))}
          </li>
        )}
        <li>{words.note.definition(definition)}</li>
        <li>{words.note.provinces}</li>
      </ul>
    </section>
  );
}
