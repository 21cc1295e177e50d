import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { recordOf } from './operation-record.js';

function asked(source: string) {
  const document = parse(source);
  return { document, operation: getOperationAST(document)! };
}
const refused = (code: string, ...path: string[]) => ({ extensions: { code }, ...(path.length > 0 && { path }) });

describe('the record of an operation', () => {
  it('names the root fields by their own names, also behind an alias and in a fragment', () => {
    const document = asked(
      'query { mine: listings { nodes { id } } ...rest __typename } fragment rest on Query { provinces { code } }',
    );
    expect(recordOf(document, [])).toEqual({ fields: { listings: 'OK', provinces: 'OK' }, outcome: 'OK' });
  });

  it('gives each field the code of its own error, wherever below it the error lies', () => {
    const document = asked('query { here: organization(id: "1") { contact { phone } } me { id } }');
    const record = recordOf(document, [refused('FORBIDDEN', 'here', 'contact', 'phone')]);
    expect(record).toEqual({ fields: { organization: 'FORBIDDEN', me: 'OK' }, outcome: 'FORBIDDEN' });
  });

  it('gives every field the code of what was refused before anything ran', () => {
    const document = asked('mutation { withdrawListing(id: "1") { id } withdrawDemand(id: "2") { id } }');
    const record = recordOf(document, [refused('INVALID_INPUT')]);
    expect(record.fields).toEqual({ withdrawListing: 'INVALID_INPUT', withdrawDemand: 'INVALID_INPUT' });
  });

  it('counts a field that is asked for twice once, as refused if either was', () => {
    const document = asked('query { a: listing(id: "1") { id } b: listing(id: "2") { id } }');
    expect(recordOf(document, [refused('NOT_FOUND', 'a')]).fields).toEqual({ listing: 'NOT_FOUND' });
    expect(recordOf(document, [refused('NOT_FOUND', 'b')]).fields).toEqual({ listing: 'NOT_FOUND' });
  });

  it('tells nothing of a document that is not of our schema but its code', () => {
    expect(recordOf(null, [refused('GRAPHQL_VALIDATION_FAILED')])).toEqual({
      fields: {},
      outcome: 'GRAPHQL_VALIDATION_FAILED',
    });
  });
});
