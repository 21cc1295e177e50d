import { Clock } from '@lienket/platform';

/** A clock that tests set; it stands still until they do. */
export class TestClock extends Clock {
  constructor(private instant: Date = new Date()) {
    super();
  }

  override now(): Date {
    return this.instant;
  }

  set(instant: string): void {
    this.instant = new Date(instant);
  }
}
