import { Link } from '@tanstack/react-router';
import { instantText } from '../app/amounts';
import { graphql } from '../app/graphql';
import { useLanguage, useWords, type Words } from '../app/language';
import { useRemembered } from '../app/remembered';
import { Card } from '../design/card';
import styles from './allotted.module.css';

const RECENT_MS = 30 * 24 * 60 * 60 * 1000;

const NewestRound = graphql(`
  query NewestRound {
    matchingRounds(first: 1) {
      nodes {
        id
        createdAt
      }
    }
  }
`);

const allottedWords: Words<{ readonly allotted: (opened: string) => string }> = {
  vi: { allotted: (opened) => `Đợt ghép nối ${opened}: phần của bạn` },
  en: { allotted: (opened) => `Round of ${opened}: your part` },
};

/** The way to the last round that allotted something to the person's organization; nothing where there was none for a month. */
export function Allotted() {
  const words = useWords(allottedWords);
  const { language } = useLanguage();
  const [newest] = useRemembered('newest-round', NewestRound, {}).data?.matchingRounds.nodes ?? [];
  if (!newest || Date.now() - Date.parse(newest.createdAt) > RECENT_MS) return null;
  return (
    <Card>
      <Link to="/matching/rounds/$roundId" params={{ roundId: newest.id }} className={styles.way}>
        {words.allotted(instantText(newest.createdAt, language))}
      </Link>
    </Card>
  );
}
