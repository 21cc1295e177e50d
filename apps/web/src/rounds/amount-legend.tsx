import { numberText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { Legend } from '../map/legend';
import { mapWords } from '../map/words';
import type { AmountClass } from './amount-classes';
import styles from './amount-classes.module.css';
import { tonnesText } from './amounts';
import { roundWords } from './words';

/** Which colour of the map is what. */
export function AmountLegend({ bounds }: { readonly bounds: readonly number[] }) {
  const { nothingThere } = useWords(roundWords);
  const { below, from } = useWords(mapWords);
  const { language } = useLanguage();
  const [a = '', b = '', c = '', d = ''] = bounds.map((bound) => numberText(bound, language));
  const classes: readonly (readonly [AmountClass, string])[] = [
    ['NONE', nothingThere],
    [1, below(a)],
    [2, `${a}–${b}`],
    [3, `${b}–${c}`],
    [4, `${c}–${d}`],
    [5, from(tonnesText((bounds[3] ?? 0) * 1000, language))],
  ];
  return <Legend classes={classes.map(([name, label]) => ({ className: styles[`amount${name}`], label }))} />;
}
