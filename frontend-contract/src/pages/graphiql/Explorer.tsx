import { HISTORY_PLUGIN, GraphiQL } from 'graphiql';
import { useMemo, useState } from 'react';
import { fillDates } from './dates';
import { headersWith, type Demo } from './demo';
import { examplesPlugin } from './ExamplesPanel';
import { fetcherFor } from './fetcher';
import { EXAMPLES } from './operations';
import type { Places } from './places';
import { RestoredTab } from './RestoredTab';
import { TokenForm } from './TokenForm';
import { withoutHeaders } from './storage';

/** The page: a bar that says where one is, the token form where it is needed, and GraphiQL with its examples. */
export function Explorer({ places, demo }: { readonly places: Places; readonly demo: Demo | null }) {
  const [token, setToken] = useState(demo?.token ?? null);
  return (
    <>
      <header className="bar">
        <a className="brand" href={places.start}>
          <img src={`${places.start}favicon.svg`} alt="" width="22" height="22" /> Outlay
        </a>
        <code>{places.graphql}</code>
        {demo && (
          <span className="demo">
            Demo data. The token is filled in under <b>Headers</b>.
          </span>
        )}
      </header>
      {token === null && <TokenForm onToken={setToken} />}
      {/* A new token starts GraphiQL anew, so that it asks for the schema again. Tabs come back from the storage. */}
      <Editor key={token} places={places} demo={demo} token={token} />
    </>
  );
}

const STORAGE = withoutHeaders(window.localStorage);

interface EditorProps {
  readonly places: Places;
  readonly demo: Demo | null;
  readonly token: string | null;
}

function Editor({ places, demo, token }: EditorProps) {
  const fetcher = useMemo(() => fetcherFor(places, token), [places, token]);
  const examples = useMemo(() => examplesPlugin(demo), [demo]);
  const plugins = useMemo(() => [examples, HISTORY_PLUGIN], [examples]);
  const headers = token === null ? '' : headersWith(token);
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      visiblePlugin={examples}
      defaultHeaders={headers}
      initialHeaders={headers}
      defaultTabs={EXAMPLES.slice(0, 1).map(({ query, variables }) => ({
        query,
        variables: fillDates(variables, new Date()),
        headers,
      }))}
      defaultEditorToolsVisibility="headers"
      // A token on disk would outlive the reader's wish to be signed in.
      shouldPersistHeaders={false}
      storage={STORAGE}
    >
      <GraphiQL.Logo>
        <RestoredTab headers={headers} />
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
