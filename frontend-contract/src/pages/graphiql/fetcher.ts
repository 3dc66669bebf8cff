import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import { chosenOperation } from './chosenOperation';
import type { Places } from './places';

/**
 * Sends queries and mutations by POST and subscriptions over WebSocket (graphql-transport-ws).
 *
 * A browser's socket carries no request headers, so the header editor's content becomes the payload of
 * `connection_init`. GraphiQL asks for the schema before its header editor is there; that first question carries
 * `token`, if there is one.
 */
export function fetcherFor(places: Places, token: string | null): Fetcher {
  const post = createGraphiQLFetcher({ url: places.graphql, enableIncrementalDelivery: false });
  return (params, options) => {
    const headers = options?.headers ?? (token === null ? {} : { Authorization: `Bearer ${token}` });
    const { operationName, document, isSubscription } = chosenOperation(params.query, params.operationName);
    const request = { ...params, operationName };
    if (!isSubscription) {
      return post(request, { headers });
    }
    const wsClient = createClient({ url: places.socket, connectionParams: headers, retryAttempts: 0 });
    return createGraphiQLFetcher({ url: places.graphql, wsClient })(request, { headers, documentAST: document });
  };
}
