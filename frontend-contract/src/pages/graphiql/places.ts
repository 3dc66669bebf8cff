/** Addresses of the server this page came from. */
export interface Places {
  readonly graphql: string;
  readonly socket: string;
  readonly demo: string;
  readonly start: string;
}

/**
 * The server's addresses, told from the page's own: whatever stands before `/graphiql` belongs to a proxy and is kept.
 */
export function placesOf(page: string): Places {
  const here = new URL(page);
  const root = here.origin + here.pathname.replace(/\/graphiql(\/.*)?$/, '/');
  return {
    graphql: `${root}graphql`,
    socket: `${root.replace(/^http/, 'ws')}graphql`,
    demo: `${root}graphiql/demo.json`,
    start: root,
  };
}
