import type { Day, Queryable } from '@lienket/platform';
import sql from 'sql-template-tag';
import type { PostingContent } from './posting.js';
import type { PostingReferences } from './posting-rules.js';

/** What the organization that posts is today. */
export interface Poster {
  readonly organizationId: string;
  readonly status: string;
  readonly provinceCode: string;
}

export async function posterOn(queryable: Queryable, organizationId: string, today: Day): Promise<Poster> {
  const [poster] = await queryable.query<Poster>(sql`
    select organization_id as "organizationId", status, province_code as "provinceCode"
    from registry.organization_profile_v where organization_id = ${organizationId} and valid @> ${today}::date`);
  if (!poster) throw new Error(`Organization ${organizationId} has no profile on ${today}.`);
  return poster;
}

export async function referencesOf(queryable: Queryable, content: PostingContent): Promise<PostingReferences> {
  const [row] = await queryable.query<{
    grades: string[] | null;
    certifications: string[];
    provinceIsKnown: boolean;
  }>(sql`
    select
      (select grades from registry.commodity_v where code = ${content.commodityCode}) as grades,
      array(select code from registry.certification_scheme_v where code = any(${content.certifications}::text[])) as certifications,
      ${content.provinceCode}::text is null or exists (select from registry.province_v where code = ${content.provinceCode}) as "provinceIsKnown"`);
  if (!row) throw new Error('A statement without a table answered no row.');
  return { grades: row.grades, knownCertifications: new Set(row.certifications), provinceIsKnown: row.provinceIsKnown };
}
