import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { fillDates } from './dates';
import { headersWith, type Demo } from './demo';
import { KINDS, type Example } from './examples';
import { EXAMPLES } from './operations';

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round">
      <path d="M5 4h11l3 3v13H5z M9 10h6 M9 14h6" strokeLinecap="round" />
    </svg>
  );
}

/** The side panel with one section for each kind of user; a click opens the operation with variables and token. */
export function examplesPlugin(demo: Demo | null): GraphiQLPlugin {
  return { title: 'Examples', icon: ExamplesIcon, content: () => <ExamplesPanel demo={demo} /> };
}

function ExamplesPanel({ demo }: { readonly demo: Demo | null }) {
  const open = useOpenExample(demo);
  return (
    <section className="examples" aria-label="Examples">
      <h2>Examples</h2>
      <p className="examples-hint">Click one, then press ▶ or Ctrl+Enter.</p>
      {KINDS.map(({ kind, label, question }) => (
        <details key={kind} open>
          <summary>
            {label} <span>{question}</span>
          </summary>
          <ul>
            {EXAMPLES.filter((example) => example.kind === kind).map((example) => (
              <li key={example.name}>
                <button type="button" title={example.description} onClick={() => open(example)}>
                  {example.title}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

/** An untouched example gives way to the next one; what the reader has typed stays, and a new tab opens. */
function useOpenExample(demo: Demo | null): (example: Example) => void {
  const { addTab } = useGraphiQLActions();
  const { queryEditor, variableEditor, headerEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    headerEditor: state.headerEditor,
  }));
  return (example) => {
    if (!isUntouched(queryEditor?.getValue() ?? '')) {
      addTab();
    }
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(fillDates(example.variables, new Date()));
    const token = demo?.tokens[example.kind];
    if (token !== undefined) {
      headerEditor?.setValue(headersWith(token));
    }
    queryEditor?.focus();
  };
}

function isUntouched(query: string): boolean {
  return query.trim() === '' || EXAMPLES.some((example) => example.query === query.trimEnd());
}
