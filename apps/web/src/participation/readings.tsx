import { Link } from '@tanstack/react-router';
import { useSubscription } from 'urql';
import { dayText, numberText, roundText, shareText } from '../app/amounts';
import { graphql, type ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { useRemembered } from '../app/remembered';
import { Unreachable } from '../app/unreachable';
import { consoleWords } from '../app/words';
import { Bar } from '../design/bar';
import { buttonClass } from '../design/button';
import { Card, Waiting } from '../design/card';
import styles from './readings.module.css';
import { participationWords } from './words';

const reading = graphql(`
  fragment reading on ParticipationRate @_unmask {
    asOf
    denominator
    participating
    participatingByAttestation
    counted
    rate
    definition
    target {
      share
      dueOn
    }
  }
`);

const Readings = graphql(
  `
    query Readings {
      all: participation(denominator: ALL) {
        ...reading
      }
      goodOrFair: participation(denominator: GOOD_OR_FAIR) {
        ...reading
      }
      cooperatives: participation(denominator: COOPERATIVES) {
        ...reading
      }
      agricultural: participation(denominator: AGRICULTURAL_COOPERATIVES) {
        ...reading
      }
    }
  `,
  [reading],
);

const ReadingChanged = graphql(
  `
    subscription ReadingChanged($denominator: Denominator!) {
      participationChanged(denominator: $denominator) {
        ...reading
      }
    }
  `,
  [reading],
);

type Reading = ResultOf<typeof reading>;

/** The country's share, in the four ways in which the published sources read the target. */
export function CountryReadings() {
  const words = useWords(participationWords);
  const { loading } = useWords(consoleWords);
  const { data, isMissing, isWaiting, askAgain } = useRemembered('readings', Readings, {});
  return (
    <section className={styles.readings} aria-label={words.title}>
      <h2>{words.title}</h2>
      {isWaiting && <Waiting label={loading} rows={4} />}
      {isMissing && <Unreachable onAskAgain={askAgain} />}
      {data &&
        [data.all, data.goodOrFair, data.cooperatives, data.agricultural].map((known) => (
          <LiveReading key={known.denominator} known={known} />
        ))}
      <Link to="/participation" className={buttonClass('secondary')}>
        {words.whole}
      </Link>
    </section>
  );
}

/** Moves within a second of a signature, while one looks. */
function LiveReading({ known }: { readonly known: Reading }) {
  const [{ data }] = useSubscription({ query: ReadingChanged, variables: { denominator: known.denominator } });
  return <ReadingCard reading={data?.participationChanged ?? known} />;
}

function ReadingCard({ reading: figure }: { readonly reading: Reading }) {
  const words = useWords(participationWords);
  const { language } = useLanguage();
  const { rate, target, counted, participating, participatingByAttestation: attested } = figure;
  const count = (value: number) => numberText(value, language);
  const percent = (share: number) => shareText(share, language);
  const lacking = rate === null || !target ? 0 : Math.max(0, Math.ceil(target.share * counted) - participating);
  return (
    <Card>
      <h3 className={styles.name}>{words.reading[figure.denominator]}</h3>
      {rate === null ? (
        <p>{words.nobody}</p>
      ) : (
        <>
          <p className={styles.rate} translate="no">
            {percent(rate)}
          </p>
          <p>
            {words.of(count(participating), count(counted))}
            {attested > 0 && ` · ${words.attested(count(attested))}`}
          </p>
          <Bar share={rate} mark={target?.share} />
          {target && (
            <p>
              {words.target(percent(target.share), dayText(target.dueOn, language))}.{' '}
              {lacking === 0
                ? words.reached
                : words.missing(roundText((target.share - rate) * 100, language), count(lacking))}
            </p>
          )}
        </>
      )}
      <p className={styles.basis}>{words.asOf(dayText(figure.asOf, language), figure.definition)}</p>
    </Card>
  );
}
