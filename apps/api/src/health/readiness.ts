import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** Whether this process is migrated, seeded and able to take work; false again as soon as it drains. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private ready = false;

  get isReady(): boolean {
    return this.ready;
  }

  becomeReady(): void {
    this.ready = true;
  }

  beforeApplicationShutdown(): void {
    this.ready = false;
  }
}
