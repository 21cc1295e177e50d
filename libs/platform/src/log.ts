import { Injectable } from '@nestjs/common';
import { pino, type Logger } from 'pino';
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

  constructor(level: Config['LIENKET_LOG_LEVEL']) {
    this.logger = pino({
      level,
      redact: { paths: SECRET_FIELDS, censor: '[redacted]' },
      serializers: { error: pino.stdSerializers.err },
    });
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
