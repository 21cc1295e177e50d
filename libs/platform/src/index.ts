export { addDays, addYears, businessDay, Clock, earliest, LAST_DAY, latest, startOfDay, type Day } from './clock.js';
export { Channels, tellOn } from './channels.js';
export { Commands, isUnavailable, OutcomeUnknownError, UnavailableError, type Idempotency } from './commands.js';
export { CONFIG, ConfigurationError, isLoopback, readConfig, type Config } from './config.js';
export { csvOf } from './csv.js';
export { Database, databaseProvider, ENTITIES, Transaction, type Actor, type Queryable } from './database.js';
export { excelBook, EXCEL_TYPE, type Sheet, type SheetRow } from './excel/book.js';
export { count, day, share, type Cell } from './excel/cell.js';
export {
  codesOf,
  columnsOf,
  readForm,
  rejectedBook,
  templateBook,
  UnreadableForm,
  type Form,
  type FormColumn,
  type FormLine,
  type Reason,
  type RejectedLine,
} from './excel/form.js';
export { aboutColumns, readCell, UnreadableCell } from './excel/form-cells.js';
export { givenUrlOf, urlOf, type DatabaseAddresses } from './database-role.js';
export { DeadLetterMetrics } from './dead-letter-metrics.js';
export { decodeCursor, encodeCursor, pageOf, type Page, type PageRequest } from './page.js';
export { ForgetOld, platformRetention, RETENTION, type RetentionRule } from './forget-old.js';
export { JOB_HANDLERS, JobRunner } from './job-runner.js';
export { JobWatch } from './job-watch.js';
export { endable, paused } from './live-values.js';
export { Log } from './log.js';
export { Metrics } from './metrics.js';
export { announce, takeAnnouncements, type Announcement } from './outbox.js';
export { plainName } from './plain-name.js';
export { platformPersonal, type Fate, type Person, type PersonalRows } from './personal-rows.js';
export { PlatformModule } from './platform.module.js';
export { Prepared } from './prepared.js';
export { projectFile } from './project-file.js';
export {
  defineJob,
  JobQueue,
  jobQueueProvider,
  migrateJobQueue,
  type DeadLetter,
  type JobDefinition,
  type JobHandler,
  type QueueCounts,
  type WorkQueue,
} from './queue.js';
export { QueueReportReads } from './queue-report.reads.js';
export { QueueReports, WORK_QUEUES } from './queue-reports.js';
export { checkAttempts, forgetAttempts, useAttempt, type RateLimit } from './rate-limit.js';
export { RetryDeadLetter, RetryDeadLetters } from './retry-dead-letter.js';
export { accept, invalid, refuse, type InputRule, type Refusal, type Result } from './result.js';
export { settingsOf, type Setting } from './settings.js';
export { isUuid } from './uuid.js';
export { isPossibleId, isWritableText } from './writable-text.js';
