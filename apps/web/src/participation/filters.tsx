import { useNavigate } from '@tanstack/react-router';
import { memo } from 'react';
import { today } from '../app/business-day';
import { dayText, instantText } from '../app/amounts';
import type { ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import type { PlacesAndGoods } from '../app/places-and-goods';
import { nameIn } from '../app/names';
import { Button } from '../design/button';
import { PillSelect } from '../design/pill-select';
import { dashboardWords } from './dashboard-words';
import { filterWords } from './filter-words';
import styles from './dashboard.module.css';
import { endOf, monthEndsBefore } from './question';
import { KINDS, participationSearch, READINGS, SPANS, type ParticipationSearch } from './search';

export type Names = ResultOf<typeof PlacesAndGoods>;

/** As many months as there are days offered to look back at. */
const MONTHS_BACK = 24;

interface FiltersProps {
  readonly search: ParticipationSearch;
  readonly names: Names | undefined;
  readonly shown: readonly (keyof ParticipationSearch)[];
}

/**
 * Each of them stands in the address, so that a reload keeps it and a link shares it. Some two hundred choices: drawn again where
 * they change, not with each answer.
 */
export const Filters = memo(function Filters({ search, names, shown }: FiltersProps) {
  const words = useWords(filterWords);
  const { kind, without } = useWords(dashboardWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const choose = (name: keyof ParticipationSearch, value: string) =>
    void navigate({
      to: '.',
      search: participationSearch({ ...search, [name]: value }),
      resetScroll: false,
    });
  const named = (list: Names['provinces'] | undefined, whole: string) => [
    { value: '', label: whole },
    ...(list ?? [])
      .map((one) => ({ value: one.code, label: nameIn(language, one) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language)),
  ];
  const days = monthEndsBefore(today(), MONTHS_BACK);
  const offered: Readonly<Record<keyof ParticipationSearch, readonly [options: Options, standing: string]>> = {
    reading: [READINGS.map((value) => ({ value, label: words.short[value] })), 'ALL'],
    province: [named(names?.provinces, words.unfiltered.province), ''],
    kind: [[{ value: '', label: words.unfiltered.kind }, ...KINDS.map((value) => ({ value, label: kind[value] }))], ''],
    commodity: [named(names?.commodities, words.unfiltered.commodity), ''],
    months: [SPANS.map((value) => ({ value, label: words.months(Number(value)) })), '24'],
    asOf: [chosenToo(search.asOf, words.unfiltered.asOf, days, (day) => dayText(day, language)), ''],
    knownAt: [
      chosenToo(search.knownAt, words.unfiltered.knownAt, days.map(endOf), (instant) => instantText(instant, language)),
      '',
    ],
    takesPart: [
      [
        { value: '', label: words.unfiltered.takesPart },
        { value: 'yes', label: words.takesPart },
        { value: 'no', label: words.takesNoPart },
      ],
      '',
    ],
  };
  return (
    <div className={styles.filters} role="group" aria-label={words.filters}>
      {shown.map((name) => {
        const [options, standing] = offered[name];
        return (
          <PillSelect
            key={name}
            label={words.filter[name]}
            value={search[name] ?? standing}
            options={options}
            isChosen={search[name] !== undefined && search[name] !== standing}
            onChange={(value) => choose(name, value === standing ? '' : value)}
          />
        );
      })}
      {Object.keys(search).length > 0 && (
        <Button kind="quiet" onClick={() => void navigate({ to: '.', search: {}, resetScroll: false })}>
          {without}
        </Button>
      )}
    </div>
  );
});

type Options = readonly { readonly value: string; readonly label: string }[];

/** What an address asks for is among what can be chosen, also where it isn't the end of a month. */
const chosenToo = (
  chosen: string | undefined,
  whole: string,
  values: readonly string[],
  text: (value: string) => string,
): Options => [
  { value: '', label: whole },
  ...(chosen === undefined || values.includes(chosen) ? values : [chosen, ...values]).map((value) => ({
    value,
    label: text(value),
  })),
];
