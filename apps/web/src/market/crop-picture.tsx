import type { ReactNode } from 'react';

/** Drawn by code; what has no picture of its own gets a leaf. */
const PICTURES: Readonly<Record<string, ReactNode>> = {
  durian: (
    <>
      <path d="M24 6v5" stroke="#6b5a2a" strokeWidth="3" strokeLinecap="round" />
      <path
        d="M24 10l3 2 4-1 1 4 4 1-.5 4 3.5 2-2 4 2 4-3.5 2 .5 4-4 1-1 4-4-1-3 2-3-2-4 1-1-4-4-1 .5-4L9 30l2-4-2-4 3.5-2-.5-4 4-1 1-4 4 1z"
        fill="#8aa63a"
      />
      <path d="M24 15v24M17 18v18M31 18v18" stroke="#6d8729" strokeWidth="1.5" />
    </>
  ),
  paddy: (
    <>
      <path d="M22 43c0-14 2-24 10-33" stroke="#7d8b2f" strokeWidth="2.4" fill="none" strokeLinecap="round" />
      <g fill="#d9a92b">
        <ellipse cx="34" cy="9" rx="2.6" ry="4.6" transform="rotate(38 34 9)" />
        <ellipse cx="26.5" cy="13" rx="2.6" ry="4.6" transform="rotate(-18 26.5 13)" />
        <ellipse cx="34" cy="17" rx="2.6" ry="4.6" transform="rotate(62 34 17)" />
        <ellipse cx="23" cy="21" rx="2.6" ry="4.6" transform="rotate(-14 23 21)" />
        <ellipse cx="30.5" cy="25" rx="2.6" ry="4.6" transform="rotate(58 30.5 25)" />
        <ellipse cx="20" cy="29" rx="2.6" ry="4.6" transform="rotate(-10 20 29)" />
      </g>
    </>
  ),
  mango: (
    <>
      <path d="M12 33C8 21 18 10 30 12c9 2 10 14 3 21-7 8-18 9-21 0z" fill="#e7b43c" />
      <path d="M31 12c1-4 5-6 9-5-1 4-5 6-9 5z" fill="#5b8f3a" />
      <path d="M17 30c-1-6 4-13 11-13" stroke="#f4d78a" strokeWidth="2" fill="none" strokeLinecap="round" />
    </>
  ),
};

const LEAF = (
  <>
    <path d="M10 38C8 20 20 8 40 9c1 20-11 32-30 29z" fill="#5b8f3a" />
    <path d="M10 38C16 28 23 21 33 15" stroke="#cfe3b4" strokeWidth="2" fill="none" strokeLinecap="round" />
  </>
);

export const CropPicture = ({ code }: { readonly code: string }) => (
  <svg viewBox="0 0 48 48" width="34" height="34" aria-hidden="true">
    {PICTURES[code] ?? LEAF}
  </svg>
);
