import type { Kind } from './demo';

/** One operation a reader can open, taken from `src/operations/<kind>/<name>.graphql`. */
export interface Example {
  readonly kind: Kind;
  readonly name: string;
  /** First line of the file's leading comment. */
  readonly title: string;
  /** The other lines of it. */
  readonly description: string;
  readonly query: string;
  /** Variables as JSON text with dates still to be filled in, or nothing. */
  readonly variables: string;
}

/** Kinds in the order they are shown, with the question each of them comes with. */
export const KINDS: readonly { readonly kind: Kind; readonly label: string; readonly question: string }[] = [
  { kind: 'marketing-manager', label: 'Marketing manager', question: 'What did we spend, and what did it bring?' },
  { kind: 'analyst', label: 'Analyst', question: 'Where do these numbers come from?' },
  { kind: 'data-scientist', label: 'Data scientist', question: 'Give me clean series and exact definitions.' },
  { kind: 'administrator', label: 'Administrator', question: 'Who may do what, and what went wrong?' },
  { kind: 'partner', label: 'Partner', question: 'What is my tool allowed to see?' },
];

/** Builds the examples from file contents keyed by path. */
export function examplesFrom(queries: Record<string, string>, variables: Record<string, string>): Example[] {
  return Object.entries(queries)
    .map(([path, text]) => exampleFrom(path, text, variables[path.replace(/\.graphql$/, '.variables.json')] ?? ''))
    .sort((a, b) => rank(a.kind) - rank(b.kind) || a.name.localeCompare(b.name, 'en'));
}

function exampleFrom(path: string, text: string, variables: string): Example {
  const [folder, file] = path.split('/').slice(-2);
  const lines = text.split('\n');
  const code = lines.findIndex((line) => !line.startsWith('#'));
  const [title = '', ...rest] = lines.slice(0, code).map((line) => line.replace(/^#\s?/, ''));
  return {
    kind: kindOf(folder, path),
    name: (file ?? '').replace(/\.graphql$/, ''),
    title,
    description: rest.join(' '),
    query: text.trimEnd(),
    variables: variables.trimEnd(),
  };
}

function kindOf(folder: string | undefined, path: string): Kind {
  const found = KINDS.find(({ kind }) => kind === folder);
  if (found === undefined) {
    throw new Error(`${path} lies in no folder of a known kind of user (${KINDS.map(({ kind }) => kind).join(', ')})`);
  }
  return found.kind;
}

function rank(kind: Kind): number {
  return KINDS.findIndex((each) => each.kind === kind);
}
