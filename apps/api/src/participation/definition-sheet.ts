import type { ParticipationDimension, ParticipationRate } from '@lienket/participation';
import { day, type Sheet, type SheetRow } from '@lienket/platform';
import type { RequestContext } from '../door/context.js';
import type { AskedFigure } from './figure-query.js';
import { FIGURE_WORDS } from './figure-words.js';
import type { GroupLabels } from './group-labels.js';

/** By what a figure was made, of whom, on which day and as known when: enough to have it made again. */
export async function definitionSheet(
  labels: GroupLabels,
  { question }: AskedFigure,
  { definition, asOf, knownAt }: ParticipationRate,
  { language }: RequestContext,
): Promise<Sheet> {
  const words = FIGURE_WORDS[language];
  const { scope, denominator } = question;
  const named = async (dimension: ParticipationDimension, keys: readonly string[] | null | undefined) => {
    const labelOf = await labels.of(dimension, language);
    return keys ? keys.map((key) => `${labelOf(key)} (${key})`).join(', ') : words.everything;
  };
  const rows: SheetRow[] = [
    [words.labels.definition, definition],
    [words.labels.asOf, day(asOf)],
    [words.labels.knownAt, { instant: knownAt }],
    ['knownAt', knownAt.toISOString()],
    [words.labels.reading, denominator ? words.readings[denominator] : words.everything],
    [words.labels.provinces, await named('PROVINCE', scope?.provinceCodes)],
    [words.labels.kinds, await named('KIND', scope?.kinds)],
    [words.labels.commodities, await named('COMMODITY', scope?.commodityCodes)],
    [],
    ...words.meaning.map(([what, meaning]): SheetRow => [
      { text: what, as: 'HEADING' },
      { text: meaning, as: 'WRAPPED' },
    ]),
  ];
  return { name: words.sheets.definition, heading: [], columnWidths: [42, 100], rows };
}
