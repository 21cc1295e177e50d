import { useNavigate } from '@tanstack/react-router';
import { percentText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { provinceMap } from '../../data/provinces.topojson';
import { dashboardWords } from './dashboard-words';
import { provinceWords } from './province-words';
import styles from './province-map.module.css';
import type { PointingProps } from './ranking';
import type { Place } from './ranked';
import { classBounds, rateClass, type RateClass } from './rate-class';
import rates from './rates.module.css';
import { LABELS, LabelText } from './map-labels';

/** Steps of the drawing in a pixel of it. */
const FINENESS = 2;
/** Frames of the archipelagos: their province, the left upper corner, the height. */
const FRAMES = [
  { code: '48', name: 'hoangSa', x: 322, y: 246, height: 96 },
  { code: '56', name: 'truongSa', x: 322, y: 646, height: 112 },
] as const;
const FRAME_WIDTH = 94;

/** A picture of the ranked list, which has the links: who uses a keyboard or a screen reader goes there. */
export function ProvinceMap({ places, mark, chosen, pointed, onPoint }: PointingProps) {
  const words = useWords(provinceWords);
  const { language } = useLanguage();
  const navigate = useNavigate({ from: '/participation' });
  const known = new Map(places.map((place) => [place.code, place]));
  const classOf = (code: string) => rates[`rate${rateClass(known.get(code)?.rate ?? null, mark)}`];
  const textOf = ({ name, rate, participating, counted }: Place) =>
    `${name}: ${rate === null ? '–' : percentText(rate, language)} (${participating}/${counted})`;
  const isLit = (code: string) => code === pointed || code === chosen;
  const lit = provinceMap.provinces.filter(({ code }) => isLit(code));
  return (
    <>
      <svg
        className={styles.map}
        viewBox={`0 0 ${provinceMap.width} ${provinceMap.height}`}
        role="img"
        aria-label={words.mapLabel}
      >
        <g transform={`scale(${1 / FINENESS})`}>
          {provinceMap.provinces.map(({ code, path }) => {
            const place = known.get(code);
            return (
              <path
                key={code}
                d={path}
                className={`${styles.province} ${classOf(code)}`}
                onMouseEnter={() => onPoint(code)}
                onMouseLeave={() => onPoint(undefined)}
                onClick={() => void navigate({ search: (before) => ({ ...before, province: code }) })}
              >
                {place && <title>{textOf(place)}</title>}
              </path>
            );
          })}
          {lit.map(({ code, path }) => (
            <path key={code} d={path} className={styles.lit} />
          ))}
        </g>
        {provinceMap.islets.map(({ code, at: [x, y] }) => (
          <circle key={code} className={`${styles.islet} ${classOf(code)}`} cx={x} cy={y} r="2" />
        ))}
        {FRAMES.map(({ code, name, x, y, height }) => (
          <g key={code}>
            <rect className={styles.frame} x={x} y={y} width={FRAME_WIDTH} height={height} rx="8" />
            {provinceMap.archipelagos
              .filter((one) => one.code === code)
              .flatMap(({ islets }) => islets)
              .map(([across, down]) => (
                <circle
                  key={`${across} ${down}`}
                  className={`${styles.islet} ${classOf(code)}`}
                  cx={x + 12 + across * 0.7}
                  cy={y + 12 + (down / 100) * (height - 60)}
                  r="2.6"
                />
              ))}
            <text className={styles.frameName} x={x + FRAME_WIDTH / 2} y={y + height - 20}>
              {words[name][0]}
              <tspan x={x + FRAME_WIDTH / 2} dy="12">
                {words[name][1]}
              </tspan>
            </text>
          </g>
        ))}
        {LABELS.map((label) => {
          const place = known.get(label.code);
          const middle = provinceMap.provinces.find(({ code }) => code === label.code)?.middle;
          return place && middle && <LabelText key={label.code} label={label} place={place} middle={middle} />;
        })}
      </svg>
      <Legend mark={mark} hasNone={places.some(({ rate }) => rate === null)} />
      <p className={styles.note}>{words.mapSource}</p>
    </>
  );
}

/** Which colour is which share; the line stands where the mark is. */
function Legend({ mark, hasNone }: { readonly mark: number; readonly hasNone: boolean }) {
  const words = useWords(provinceWords);
  const { nobodyCounted } = useWords(dashboardWords);
  const { language } = useLanguage();
  const text = (share: number) => (share * 100).toLocaleString(language, { maximumFractionDigits: 1 });
  const [a = 0, b = 0, c = 0, d = 0] = classBounds(mark);
  const classes: readonly (readonly [RateClass, string])[] = [
    [1, words.below(text(a))],
    [2, `${text(a)}–${text(b)}`],
    [3, `${text(b)}–${text(c)}`],
    [4, `${text(c)}–${text(d)}`],
    [5, words.from(`${text(d)}%`)],
    ...(hasNone ? [['NONE', nobodyCounted] as const] : []),
  ];
  return (
    <ul className={styles.legend}>
      {classes.map(([name, label]) => (
        <li key={name}>
          <svg viewBox="0 0 10 10" preserveAspectRatio="none" aria-hidden="true">
            <rect className={rates[`rate${name}`]} width="10" height="10" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
