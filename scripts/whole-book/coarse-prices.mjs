// Prices of a book from an eighth of it: those of the eighth are the optimum's, and what isn't in it is priced by the best that the eighth would give.
import { cpuSeconds, Settling } from './settling.mjs';

const ONE_OF = 8;
/** A book of fewer listings is settled from nothing. */
const SMALL = 4_000;

/** @returns prices by place in the book */
function coarsePrices(book, settings) {
  const listingPlaces = everyEighth(book.listings);
  const demandPlaces = everyEighth(book.demands);
  const listings = listingPlaces.map((place) => book.listings[place]);
  const demands = demandPlaces.map((place) => book.demands[place]);
  const eighth = settledFromCoarse({ ...book, listings, demands }, settings);
  const prices = byPlace(eighth, eighth.market.prices);
  return {
    supply: bestOver({ ...book, demands }, 'ofListing', { demand: prices.demand }, settings),
    demand: bestOver({ ...book, listings }, 'ofDemand', { supply: prices.supply }, settings),
  };
}

/** Settles a book from the prices of a coarser one, and that from a coarser one still. */
export function settledFromCoarse(book, { margin, byProvince, few, ...settings }) {
  const startedAt = cpuSeconds();
  const settling = new Settling(book, undefined, { byProvince, few });
  settling.startedAt = startedAt;
  if (book.listings.length < SMALL) settling.seed();
  else
    settling.seed(
      byRow(
        settling,
        coarsePrices(book, { margin, byProvince, few, seconds: settings.seconds, onPass: settings.onPass }),
      ),
      margin,
    );
  settling.settle(settings);
  return settling;
}

/** What the best partner would leave each posting at the partners' prices. */
function bestOver(book, side, { supply, demand }, { byProvince }) {
  const settling = new Settling(book, undefined, { byProvince });
  const none = settling.noPrices();
  const prices = byRow(settling, { supply: supply ?? none.supply, demand: demand ?? none.demand });
  const { [side]: best } = settling.above(prices);
  return byPlace(settling, { supply: best, demand: best })[side === 'ofListing' ? 'supply' : 'demand'];
}

function byPlace({ pairs: { listingPlaces, demandPlaces } }, { supply, demand }) {
  return { supply: placed(listingPlaces, supply), demand: placed(demandPlaces, demand) };
}

function placed(places, byRow) {
  const all = new Float64Array(places.length);
  places.forEach((place, row) => (all[place] = byRow[row]));
  return all;
}

function byRow({ pairs: { listingPlaces, demandPlaces } }, { supply, demand }) {
  return {
    supply: Float64Array.from(listingPlaces, (place) => supply[place]),
    demand: Float64Array.from(demandPlaces, (place) => demand[place]),
  };
}

const everyEighth = (list) => list.flatMap((_, place) => (place % ONE_OF === 0 ? [place] : []));
