import { describe, expect, it } from '@jest/globals';
import { distanceM, placeOf } from './distance.js';

const seat = { latitude: 10.25, longitude: 105.97 };

describe('The distance between two postings', () => {
  it('is the great circle on a sphere of 6371.0088 km, in whole metres', () => {
    // A degree of a meridian: π × 6371008.8 / 180.
    expect(distanceM({ latitude: 10, longitude: 106 }, { latitude: 11, longitude: 106 })).toBe(111_195);
    expect(distanceM({ latitude: 21.03, longitude: 105.85 }, { latitude: 10.78, longitude: 106.7 })).toBe(1_143_356);
    expect(distanceM(seat, seat)).toBe(0);
  });

  it('starts from the posting, else from its organization, else roughly from the seat of the province', () => {
    const [posting, organization] = [
      { latitude: 11, longitude: 107 },
      { latitude: 12, longitude: 108 },
    ];
    expect(placeOf(posting, organization, seat)).toEqual({ ...posting, approximate: false });
    expect(placeOf(null, organization, seat)).toEqual({ ...organization, approximate: false });
    expect(placeOf(null, null, seat)).toEqual({ ...seat, approximate: true });
  });

  it('rounds places half up to two decimals as they are written, so that distances locate nobody', () => {
    expect(placeOf({ latitude: 10.005, longitude: 106.0049999 }, null, seat)).toMatchObject({
      latitude: 10.01,
      longitude: 106,
    });
    expect(placeOf({ latitude: 10.075, longitude: 102.145 }, null, seat)).toMatchObject({
      latitude: 10.08,
      longitude: 102.15,
    });
  });
});
