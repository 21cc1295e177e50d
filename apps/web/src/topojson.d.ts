/** Drawn when the console is built: see province-map.ts beside vite.config.ts. */
declare module '*.topojson' {
  type Point = readonly [x: number, y: number];
  export const provinceMap: {
    readonly width: number;
    readonly height: number;
    readonly provinces: readonly { readonly code: string; readonly path: string; readonly middle: Point }[];
    readonly archipelagos: readonly { readonly code: string; readonly islets: readonly Point[] }[];
    readonly islets: readonly { readonly code: string; readonly at: Point }[];
  };
}
