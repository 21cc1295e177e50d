import { roundText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Legend } from '../map/legend';
import { mapWords } from '../map/words';
import { dashboardWords } from './dashboard-words';
import { classBounds, type RateClass } from './rate-class';
import rates from './rates.module.css';

/** Which colour of the map is what; the line stands where the mark is. */
export function RateLegend({ mark, hasNone }: { readonly mark: number; readonly hasNone: boolean }) {
  const { nobodyCounted } = useWords(dashboardWords);
  const { below, from } = useWords(mapWords);
  const { language } = useLanguage();
  const text = (share: number) => roundText(share * 100, language);
  const [a = 0, b = 0, c = 0, d = 0] = classBounds(mark);
  const classes: readonly (readonly [RateClass, string])[] = [
    [1, below(text(a))],
    [2, `${text(a)}–${text(b)}`],
    [3, `${text(b)}–${text(c)}`],
    [4, `${text(c)}–${text(d)}`],
    [5, from(`${text(d)}%`)],
    ...(hasNone ? [['NONE', nobodyCounted] as const] : []),
  ];
  return (
    <Legend
      classes={classes.map(([name, label]) => ({ className: rates[`rate${name}`], label, isBehindMark: name === 4 }))}
    />
  );
}
