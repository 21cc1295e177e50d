import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Of the drawing: the mainland in true position, the archipelagos in two frames beside it. */
const WIDTH = 420;
const HEIGHT = 760;
const MARGIN = 4;
/** Steps of the drawing in one pixel of it: half a pixel is as much as anybody sees. */
const FINENESS = 2;

type Place = readonly [longitude: number, latitude: number];
type Point = readonly [x: number, y: number];

interface Topology {
  readonly transform: { readonly scale: Place; readonly translate: Place };
  readonly arcs: readonly (readonly Place[])[];
  readonly objects: {
    readonly provinces: { readonly geometries: readonly Area[] };
    readonly archipelagos: { readonly geometries: readonly Islets[] };
    readonly islets: { readonly geometries: readonly Islets[] };
  };
}

type Area = { readonly id: string } & (
  | { readonly type: 'Polygon'; readonly arcs: readonly (readonly number[])[] }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly (readonly (readonly number[])[])[] }
);

type Islets = { readonly id: string } & (
  | { readonly type: 'Point'; readonly coordinates: Place }
  | { readonly type: 'MultiPoint'; readonly coordinates: readonly Place[] }
);

/**
 * Draws the provinces when the console is built: `*.topojson` is imported as paths of an SVG, by the code of the province, so that
 * no phone loads a library that projects.
 */
export const provinceMap = (): Plugin => ({
  name: 'province-map',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith('.topojson')) return null;
    return `export const provinceMap = ${JSON.stringify(drawn(JSON.parse(readFileSync(id, 'utf8')) as Topology))};`;
  },
});

function drawn({ transform, arcs, objects }: Topology) {
  const placeOf = ([x, y]: Place): Place => [
    x * transform.scale[0] + transform.translate[0],
    y * transform.scale[1] + transform.translate[1],
  ];
  const lines = arcs.map((steps) => absolute(steps).map((place) => mercator(placeOf(place))));
  const polygonsOf = (area: Area) => (area.type === 'Polygon' ? [area.arcs] : area.arcs);
  const fit = fitted(
    objects.provinces.geometries
      .flatMap(polygonsOf)
      .flat(2)
      .flatMap((arc) => lines[arc < 0 ? ~arc : arc] ?? []),
  );
  const ringOf = (ring: readonly number[]): Point[] =>
    ring.flatMap((arc) => (arc < 0 ? [...(lines[~arc] ?? [])].reverse() : (lines[arc] ?? []))).map(fit);
  const isletsOf = ({ id, ...geometry }: Islets) => ({
    code: id,
    at: (geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates).map((place) =>
      mercator(placeOf(place)),
    ),
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    provinces: objects.provinces.geometries.map((area) => {
      const rings = polygonsOf(area)
        .flat()
        .map((ring) => onGrid(ringOf(ring)));
      return {
        code: area.id,
        path: rings
          .filter(({ length }) => length > 2)
          .map(pathOf)
          .join(''),
        middle: middleOf(rings),
      };
    }),
    archipelagos: objects.archipelagos.geometries
      .map((one) => isletsOf(one))
      .map(({ code, at }) => ({ code, islets: framed(at) })),
    islets: objects.islets.geometries
      .map((one) => isletsOf(one))
      .flatMap(({ code, at }) => at.map((point) => ({ code, at: fit(point).map(Math.round) }))),
  };
}

function absolute(steps: readonly Place[]): Place[] {
  let [x, y] = [0, 0];
  return steps.map(([dx, dy]) => [(x += dx), (y += dy)]);
}

const mercator = ([longitude, latitude]: Place): Point => [
  longitude,
  -(180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)),
];

/** As large as the drawing is high, at its left. */
function fitted(points: readonly Point[]): (point: Point) => Point {
  const { left, top, bottom } = boundsOf(points);
  const scale = (HEIGHT - 2 * MARGIN) / (bottom - top);
  return ([x, y]) => [(x - left) * scale + MARGIN, (y - top) * scale + MARGIN];
}

/** 0..1 in both directions of a frame of their own, as 0..100. */
function framed(points: readonly Point[]): Point[] {
  const { left, right, top, bottom } = boundsOf(points);
  return points.map(([x, y]) => [
    Math.round((100 * (x - left)) / (right - left)),
    Math.round((100 * (y - top)) / (bottom - top)),
  ]);
}

function boundsOf(points: readonly Point[]) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Steps of the grid; points that fall together are one. */
const onGrid = (ring: readonly Point[]): Point[] =>
  ring
    .map(([x, y]): Point => [Math.round(x * FINENESS), Math.round(y * FINENESS)])
    .filter(([x, y], at, all) => at === 0 || x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1]);

/** Relative, which is half as long. */
function pathOf([start, ...rest]: readonly Point[]): string {
  let [x, y] = start ?? [0, 0];
  const steps = rest.slice(0, -1).map(([toX, toY]) => {
    const step = `${toX - x} ${toY - y}`;
    [x, y] = [toX, toY];
    return step;
  });
  return `M${start?.join(' ')}l${steps.join(' ')}z`.replaceAll(' -', '-');
}

/** Of the largest ring: where a label's line begins. */
function middleOf(rings: readonly Point[][]): Point {
  const [largest = []] = rings.toSorted((a, b) => b.length - a.length);
  const { left, right, top, bottom } = boundsOf(largest);
  return [Math.round((left + right) / 2 / FINENESS), Math.round((top + bottom) / 2 / FINENESS)];
}
