import { dayText, percentText } from '../app/amounts';
import { useLanguage, useWords } from '../app/language';
import { dashboardWords } from './dashboard-words';
import type { Figure, Point } from './documents';
import { daysToName, lineOf, placing, scaleOf, type Frame } from './trend-shape';
import styles from './trend.module.css';

const WIDE: Frame = { width: 690, height: 300, left: 44, right: 96, top: 14, bottom: 28 };
const NARROW: Frame = { width: 330, height: 270, left: 38, right: 62, top: 14, bottom: 28 };

interface TrendChartProps {
  readonly now: readonly Point[];
  readonly then: readonly Point[] | undefined;
  readonly target: Figure['targets'][number] | undefined;
}

/** A picture of the table below it: drawn once for a desk and once for a phone, so that its letters keep their size. */
export const TrendChart = (props: TrendChartProps) => (
  <div aria-hidden="true">
    <Drawn {...props} frame={WIDE} className={styles.wide} />
    <Drawn {...props} frame={NARROW} className={styles.narrow} />
  </div>
);

function Drawn({
  now,
  then,
  target,
  frame,
  className,
}: TrendChartProps & { frame: Frame; className: string | undefined }) {
  const { language } = useLanguage();
  const [first, last] = [now[0], now.at(-1)];
  if (!first || !last) return null;
  const rates = [...now, ...(then ?? [])].flatMap(({ rate }) => (rate === null ? [] : [rate]));
  const { low, high, ticks } = scaleOf([...rates, ...(target ? [target.share] : [])]);
  const at = placing(frame, first.asOf, last.asOf, low, high);
  const right = frame.width - frame.right;
  const shown = (then ?? now).findLast(({ rate }) => rate !== null);
  return (
    <svg className={className} viewBox={`0 0 ${frame.width} ${frame.height}`}>
      {ticks.map((share) => {
        const [, y] = at(first.asOf, share);
        return (
          <g key={share} className={styles.tick}>
            <line x1={frame.left} x2={right} y1={y} y2={y} />
            <text x={frame.left - 8} y={y + 4} textAnchor="end">
              {Math.round(share * 100)}%
            </text>
          </g>
        );
      })}
      {daysToName(first.asOf, last.asOf).map((day) => (
        <text key={day} className={styles.day} x={at(day, low)[0]} y={frame.height - 8} textAnchor="middle">
          {day.slice(5, 7) === '01' ? day.slice(0, 4) : monthText(day)}
        </text>
      ))}
      {target && <TargetLine y={at(first.asOf, target.share)[1]} left={frame.left} right={right} target={target} />}
      <path className={styles.now} d={lineOf(now, at)} />
      {then && <path className={styles.then} d={lineOf(then, at)} />}
      {now.map(
        (point) => point.rate !== null && <Spot key={point.asOf} point={point} place={at(point.asOf, point.rate)} />,
      )}
      {shown?.rate != null && <End place={at(shown.asOf, shown.rate)} text={percentText(shown.rate, language)} />}
    </svg>
  );

  function monthText(day: string): string {
    return language === 'vi' ? `T${Number(day.slice(5, 7))}` : dayText(day, language).slice(3, 6);
  }
}

interface TargetLineProps {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly target: Figure['targets'][number];
}

function TargetLine({ y, left, right, target: { share, dueOn } }: TargetLineProps) {
  const words = useWords(dashboardWords);
  return (
    <g className={styles.target}>
      <line x1={left} x2={right} y1={y} y2={y} />
      <text x={right + 8} y={y}>
        {words.target}
        <tspan x={right + 8} dy="15">
          {dueOn.slice(0, 4)}: {Math.round(share * 100)}%
        </tspan>
      </text>
    </g>
  );
}

/** Says its figure where a mouse rests on it. */
function Spot({ point, place: [x, y] }: { readonly point: Point; readonly place: readonly [number, number] }) {
  const { language } = useLanguage();
  return (
    <circle className={styles.spot} cx={x} cy={y} r="9">
      <title>{`${dayText(point.asOf, language)}: ${percentText(point.rate ?? 0, language)} (${point.participating}/${point.counted})`}</title>
    </circle>
  );
}

const End = ({ place: [x, y], text }: { readonly place: readonly [number, number]; readonly text: string }) => (
  <g className={styles.end}>
    <circle cx={x} cy={y} r="4.5" />
    <text x={x + 9} y={y + 5}>
      {text}
    </text>
  </g>
);
