import { isLoopback } from '@lienket/platform';

/** What a mail server that says nothing may take of a job's time, step by step. */
const CONNECT_MS = 5000;
const SILENT_MS = 10_000;

/**
 * How the server of this address is spoken to: by smtps in TLS from the first byte, by smtp after STARTTLS, which is insisted on. In the
 * clear only on this machine itself.
 */
export function smtpOptions(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(!secure && (isLoopback(hostname) ? { ignoreTLS: true } : { requireTLS: true })),
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    greetingTimeout: SILENT_MS,
    socketTimeout: SILENT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
