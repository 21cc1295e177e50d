import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { Log } from '@lienket/platform';
import type { RequestContext } from './context.js';
import type { Forms } from './form.js';
import { checkOperation } from './operation-check.js';
import { asBadRequest, doorError, DoorError } from './refusal-error.js';
import { tellError } from './told-errors.js';

/** Judges form, cost and idempotency key before anything runs; see checkOperation. */
export const operationCheckPlugin = (forms: Forms): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve<GraphQLRequestListener<RequestContext>>({
      didResolveOperation({ schema, document, operation, request, contextValue }) {
        if (!operation) return Promise.resolve();
        try {
          checkOperation({ schema, document, operation, variables: request.variables ?? {} }, forms, contextValue);
          // Executed like a query it would answer nothing.
          if (operation.operation === 'subscription')
            throw doorError('GRAPHQL_VALIDATION_FAILED', contextValue.language);
        } catch (error) {
          if (error instanceof DoorError) throw asBadRequest(error);
          throw error;
        }
        return Promise.resolve();
      },
    }),
});

/** Gives every error the code and the words of the API, and logs each fault once. */
export const errorPlugin = (log: Log): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve<GraphQLRequestListener<RequestContext>>({
      didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) tellError(error, contextValue, log);
        return Promise.resolve();
      },
    }),
});
