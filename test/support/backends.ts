export interface Backend {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * The carriers of jobs to test on: PostgreSQL always, Redis where the test command found one.
 * @param redisDatabase a number of its own for each spec file, so that none takes the jobs of another
 */
export function backends(redisDatabase: number): Backend[] {
  const redis = process.env['LIENKET_TEST_REDIS_URL'];
  const postgres = { name: 'PostgreSQL', settings: {} };
  if (redis === undefined) return [postgres];
  const url = new URL(redis);
  url.pathname = `/${String(redisDatabase)}`;
  return [postgres, { name: 'Redis', settings: { REDIS_URL: url.href } }];
}
