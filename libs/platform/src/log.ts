import { Injectable } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.js';

const SECRET_FIELDS = [
  'password',
  'token',
  'authorization',
  '*.password',
  '*.token',
  '*.authorization',
  'headers.cookie',
];

/** One JSON line an event. Nothing that a competitor must not see is logged: ids, counts and durations only. */
@Injectable()
export class Log {
  private readonly logger: Logger;

  /** @param to standard output, unless it is to be read here */
  constructor(level: Config['LIENKET_LOG_LEVEL'], to: DestinationStream = pino.destination(1)) {
    const redact = { paths: SECRET_FIELDS, censor: '[redacted]' };
    this.logger = pino({ level, redact, serializers: { error: faultAlone } }, to);
  }

  error(facts: object, message: string): void {
    this.logger.error(facts, message);
  }

  warn(facts: object, message: string): void {
    this.logger.warn(facts, message);
  }

  info(facts: object, message: string): void {
    this.logger.info(facts, message);
  }
}

/** pg hangs the connection on an error that came over it: kilobytes that say nothing of what went wrong. */
function faultAlone(error: Error): object {
  const { client: _client, ...fault } = pino.stdSerializers.err(error) as object & { client?: unknown };
  return fault;
}
