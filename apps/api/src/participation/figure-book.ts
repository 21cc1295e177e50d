import {
  DENOMINATORS,
  EXCLUSION_REASONS,
  ParticipationReads,
  type ParticipationDimension,
  type ParticipationGroup,
  type ParticipationRate,
} from '@lienket/participation';
import { count, day, share, type Cell, type Sheet, type SheetRow } from '@lienket/platform';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../door/context.js';
import { answer } from '../door/refusal-error.js';
import { definitionSheet } from './definition-sheet.js';
import type { AskedFigure } from './figure-query.js';
import { FIGURE_WORDS } from './figure-words.js';
import { GroupLabels } from './group-labels.js';

const DIMENSIONS = ['PROVINCE', 'KIND', 'RATING', 'COMMODITY'] as const;

/** The figures of a screen as sheets: all readings, by whatever they are grouped by there, all as known at one instant. */
@Injectable()
export class FigureBook {
  constructor(
    private readonly reads: ParticipationReads,
    private readonly labels: GroupLabels,
  ) {}

  /** Thrown: what `participation` refuses. Commodities are left out for who isn't signed in. */
  async sheets(asked: AskedFigure, context: RequestContext): Promise<Sheet[]> {
    const { viewer, today, language } = context;
    const denominators = asked.question.denominator ? [asked.question.denominator] : DENOMINATORS;
    const [denominator = 'ALL', ...others] = denominators;
    const first = answer(
      await this.reads.rate(viewer, today, asked.asOf, { ...asked.question, denominator }),
      language,
    );
    // Whatever becomes known while the file is read stays out of it.
    const question = { ...asked.question, knownAt: first.knownAt };
    const rates = async function* (reads: ParticipationReads) {
      yield first;
      for (const other of others)
        yield answer(await reads.rate(viewer, today, asked.asOf, { ...question, denominator: other }), language);
    };
    const dimensions = viewer ? DIMENSIONS : DIMENSIONS.filter((dimension) => dimension !== 'COMMODITY');
    const grouped = dimensions.map((dimension) => {
      const groups = async (of: (typeof denominators)[number]) =>
        answer(await this.reads.by(viewer, today, dimension, asked.asOf, { ...question, denominator: of }), language);
      return this.groupSheet(dimension, denominators, groups, context);
    });
    const definition = await definitionSheet(this.labels, { ...asked, question }, first, context);
    return [readingSheet(rates(this.reads), context), ...grouped, definition];
  }

  private groupSheet(
    dimension: ParticipationDimension,
    denominators: readonly (typeof DENOMINATORS)[number][],
    groupsOf: (denominator: (typeof DENOMINATORS)[number]) => Promise<ParticipationGroup[]>,
    { language }: RequestContext,
  ): Sheet {
    const words = FIGURE_WORDS[language];
    const { columns, readings } = words;
    const headings = denominators.flatMap((denominator) =>
      [columns.participating, columns.counted, columns.share].map((column) => `${readings[denominator]}: ${column}`),
    );
    const rows = async function* (labels: GroupLabels): AsyncGenerator<SheetRow> {
      const labelOf = await labels.of(dimension, language);
      const byKey = new Map<string, Cell[]>();
      for (const denominator of denominators)
        for (const { key, rate } of await groupsOf(denominator)) {
          const cells = byKey.get(key) ?? [key, labelOf(key)];
          cells.push(count(rate.participating), count(rate.counted), share(rate.rate));
          byKey.set(key, cells);
        }
      yield* byKey.values();
    };
    return {
      name: words.sheets[dimension],
      heading: [columns.code, columns.name, ...headings],
      columnWidths: [20, 28, ...headings.map(() => 16)],
      rows: rows(this.labels),
    };
  }
}

function readingSheet(rates: AsyncIterable<ParticipationRate>, { language }: RequestContext): Sheet {
  const { sheets, columns, readings, reasons } = FIGURE_WORDS[language];
  const rows = async function* (): AsyncGenerator<SheetRow> {
    for await (const rate of rates)
      yield [
        readings[rate.denominator],
        count(rate.participating),
        count(rate.participatingByAttestation),
        count(rate.counted),
        share(rate.rate),
        share(rate.target?.share ?? null),
        day(rate.target?.dueOn ?? null),
        rate.target?.source ?? null,
        ...EXCLUSION_REASONS.map((reason) => count(rate.excluded.find((one) => one.reason === reason)?.count ?? 0)),
      ];
  };
  const { reading, participating, attested, counted, target, dueOn, source } = columns;
  return {
    name: sheets.readings,
    heading: [
      reading,
      participating,
      attested,
      counted,
      columns.share,
      target,
      dueOn,
      source,
      ...EXCLUSION_REASONS.map((reason) => reasons[reason]),
    ],
    columnWidths: [42, 12, 22, 12, 10, 10, 12, 40, ...EXCLUSION_REASONS.map(() => 14)],
    rows: rows(),
  };
}
