import type { ReactNode } from 'react';
import { provinceMap } from '../../data/provinces.topojson';
import { useWords } from '../app/language';
import styles from './map.module.css';
import { mapWords } from './words';

/** Steps of the drawing in a pixel of it. */
const FINENESS = 2;
/** Frames of the archipelagos: their province, the left upper corner, the height. */
const FRAMES = [
  { code: '48', name: 'hoangSa', x: 322, y: 246, height: 96 },
  { code: '56', name: 'truongSa', x: 322, y: 646, height: 112 },
] as const;
const FRAME_WIDTH = 94;

interface DrawingProps {
  readonly label: string;
  /** A class that colours the province. */
  readonly classOf: (code: string) => string | undefined;
  readonly textOf: (code: string) => string | undefined;
  readonly isLit: (code: string) => boolean;
  readonly onPoint: (code: string | undefined) => void;
  /** Nothing is chosen by the map without it. */
  readonly onChoose?: (code: string) => void;
  /** What stands over the provinces. */
  readonly children: ReactNode;
}

/** The provinces, a picture of a list that stands beside it: who uses a keyboard or a screen reader goes there. */
export function Drawing({ label, classOf, textOf, isLit, onPoint, onChoose, children }: DrawingProps) {
  const words = useWords(mapWords);
  const lit = provinceMap.provinces.filter(({ code }) => isLit(code));
  return (
    <svg
      className={styles.map}
      viewBox={`0 0 ${provinceMap.width} ${provinceMap.height}`}
      role="img"
      aria-label={label}
    >
      <g transform={`scale(${1 / FINENESS})`}>
        {provinceMap.provinces.map(({ code, path }) => {
          const text = textOf(code);
          return (
            <path
              key={code}
              d={path}
              className={`${styles.province} ${onChoose ? styles.choosable : ''} ${classOf(code)}`}
              onMouseEnter={() => onPoint(code)}
              onMouseLeave={() => onPoint(undefined)}
              onClick={onChoose && (() => onChoose(code))}
            >
              {text !== undefined && <title>{text}</title>}
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
      {children}
    </svg>
  );
}
