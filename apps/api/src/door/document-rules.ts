import {
  GraphQLError,
  Lexer,
  NoSchemaIntrospectionCustomRule,
  Source,
  TokenKind,
  type ASTVisitor,
  type FloatValueNode,
  type IntValueNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { TOKENS_MAX } from './form.js';

/** Far above what the depth limit lets through, far below what makes the reader of a document run out of stack. */
const NESTING_MAX = 100;
const OPENING = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Whether brackets stand in brackets too deep to be read at all. What can't be read for another reason is left to the parser. */
export function isTooNested(source: string): boolean {
  try {
    const lexer = new Lexer(new Source(source));
    for (let depth = 0, tokenCount = 0; tokenCount <= TOKENS_MAX; tokenCount += 1) {
      const { kind } = lexer.advance();
      if (kind === TokenKind.EOF) return false;
      if (OPENING.has(kind)) depth += 1;
      else if (CLOSING.has(kind)) depth -= 1;
      if (depth > NESTING_MAX) return true;
    }
    return false;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}

/** graphql-js takes 1e400 for Infinity, which no number of ours is. */
function FiniteNumbersRule(context: ValidationContext): ASTVisitor {
  const check = (node: FloatValueNode | IntValueNode) => {
    if (!Number.isFinite(Number(node.value)))
      context.reportError(new GraphQLError('A number is too large.', { nodes: node }));
  };
  return { FloatValue: check, IntValue: check };
}

/** The rules of ours beside those of GraphQL, over HTTP and on the socket. */
export const documentRules = (introspection: boolean): readonly ValidationRule[] =>
  introspection ? [FiniteNumbersRule] : [FiniteNumbersRule, NoSchemaIntrospectionCustomRule];
