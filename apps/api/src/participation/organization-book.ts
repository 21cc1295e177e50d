import { manages, type Viewer } from '@lienket/identity';
import { ParticipationReads, type EvidenceRow } from '@lienket/participation';
import { count, type Sheet, type SheetRow } from '@lienket/platform';
import { OrganizationReads, type Organization } from '@lienket/registry';
import { Injectable } from '@nestjs/common';
import { signedIn } from '../door/asker.js';
import type { RequestContext } from '../door/context.js';
import { answer } from '../door/refusal-error.js';
import { definitionSheet } from './definition-sheet.js';
import type { AskedOrganizations } from './figure-query.js';
import { FIGURE_WORDS } from './figure-words.js';
import { GroupLabels } from './group-labels.js';

/** The organizations behind a figure, as far as the viewer may see them. */
@Injectable()
export class OrganizationBook {
  constructor(
    private readonly reads: ParticipationReads,
    private readonly organizations: OrganizationReads,
    private readonly labels: GroupLabels,
  ) {}

  async sheets(asked: AskedOrganizations, context: RequestContext): Promise<Sheet[]> {
    const viewer = signedIn(context);
    const { today, language } = context;
    const { rate, batches } = answer(await this.reads.evidence(viewer, today, asked.asOf, asked.question), language);
    const isOfAny = asked.question.scope?.commodityCodes == null;
    const rows = this.rows(viewer, narrowed(batches, asked.participates), isOfAny, context);
    const question = { ...asked.question, denominator: rate.denominator };
    const definition = await definitionSheet(this.labels, { ...asked, question }, rate, context);
    return [organizationSheet(rows, context), definition];
  }

  private async *rows(
    viewer: Viewer,
    batches: AsyncIterable<readonly EvidenceRow[]>,
    isOfAny: boolean,
    { today, language }: RequestContext,
  ): AsyncGenerator<SheetRow> {
    const words = FIGURE_WORDS[language];
    const [province, kind, rating] = await Promise.all(
      (['PROVINCE', 'KIND', 'RATING'] as const).map((dimension) => this.labels.of(dimension, language)),
    );
    const yesOrNo = (is: boolean) => (is ? words.yes : words.no);
    for await (const batch of batches) {
      const ids = batch.map(({ id }) => id);
      const seen = await this.organizations.organizationsById(viewer, ids, today);
      const byId = new Map(seen.map((organization) => [organization.id, organization]));
      for (const row of batch) {
        const organization = byId.get(row.id);
        const isInside = organization !== undefined && answersFor(viewer, organization);
        // Of others it is told what the list of organizations tells: not what they were before, nor which chains they are in.
        if (!organization || (!isInside && (row.reason !== null || !isOfAny))) continue;
        yield [
          organization.name,
          kind?.(row.kind) ?? null,
          province?.(row.provinceCode) ?? null,
          organization.commune,
          words.statuses[row.status] ?? row.status,
          yesOrNo(row.agricultural),
          yesOrNo(organization.highTech),
          count(organization.memberCount),
          rating?.(row.rating ?? 'UNRATED') ?? null,
          yesOrNo(row.reason === null),
          row.reason && words.reasons[row.reason],
          yesOrNo(row.participates),
          isInside ? yesOrNo(row.byAttestation) : null,
          row.id,
        ];
      }
    }
  }
}

async function* narrowed(
  batches: AsyncIterable<readonly EvidenceRow[]>,
  participates: boolean | null,
): AsyncGenerator<readonly EvidenceRow[]> {
  for await (const batch of batches)
    yield participates === null ? batch : batch.filter((row) => row.participates === participates);
}

const answersFor = (viewer: Viewer, { id, provinceCode }: Organization): boolean =>
  viewer.organizationId === id || manages(viewer, provinceCode);

function organizationSheet(rows: AsyncIterable<SheetRow>, { language }: RequestContext): Sheet {
  const { sheets, columns } = FIGURE_WORDS[language];
  const { name, kind, province, commune, status, agricultural, highTech, members, rating } = columns;
  const { isCounted, reason, participates, byAttestation, id } = columns;
  const heading = [name, kind, province, commune, status, agricultural, highTech, members, rating];
  return {
    name: sheets.organizations,
    heading: [...heading, isCounted, reason, participates, byAttestation, id],
    columnWidths: [44, 20, 20, 20, 16, 12, 14, 12, 14, 12, 22, 18, 22, 38],
    rows,
  };
}
