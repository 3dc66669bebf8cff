import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import type { Places } from './places';

/**
 * Sends queries and mutations by POST and subscriptions over WebSocket (graphql-transport-ws).
 *
 * A socket carries no request headers from a browser, so the header editor's content becomes the payload of
 * `connection_init`. GraphiQL asks for the schema before its header editor is there; that first question carries
 * `token`, if there is one.
 */
export function fetcherFor(places: Places, token: string | null): Fetcher {
  const post = createGraphiQLFetcher({ url: places.graphql, enableIncrementalDelivery: false });
  return async (params, options) => {
    const headers = options?.headers ?? (token === null ? {} : { Authorization: `Bearer ${token}` });
    if (!isSubscription(params, options)) {
      return post(params, { ...options, headers });
    }
    const client = createClient({ url: places.socket, connectionParams: headers, retryAttempts: 0 });
    const subscribe = createGraphiQLFetcher({ url: places.graphql, wsClient: client });
    return subscribe(params, { ...options, headers });
  };
}

function isSubscription(...[params, options]: Parameters<Fetcher>): boolean {
  const operations = options?.documentAST?.definitions.filter((d) => d.kind === 'OperationDefinition') ?? [];
  const chosen = params.operationName ? operations.find((o) => o.name?.value === params.operationName) : operations[0];
  return chosen?.operation === 'subscription';
}
