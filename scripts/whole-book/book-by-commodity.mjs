import { syntheticBook } from '../synthetic-book.mjs';

/** A synthetic book as one for each commodity, the thickest first. */
export function bookByCommodity(size) {
  const { listings, demands, ...rest } = syntheticBook(size);
  const books = new Map();
  const bookOf = ({ commodityCode }) => {
    if (!books.has(commodityCode)) books.set(commodityCode, { ...rest, commodityCode, listings: [], demands: [] });
    return books.get(commodityCode);
  };
  for (const listing of listings) bookOf(listing).listings.push(listing);
  for (const demand of demands) bookOf(demand).demands.push(demand);
  return [...books.values()].sort((a, b) => b.listings.length - a.listings.length);
}
