import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/**
 * Shows nothing. Puts back what GraphiQL leaves out when it opens a first or a stored tab: its variables, which it
 * keeps with the tab but does not write into the editor, and the token, which is never stored.
 */
export function RestoredTab({ headers }: { readonly headers: string }) {
  const { variableEditor, headerEditor, tab } = useGraphiQL((state) => ({
    variableEditor: state.variableEditor,
    headerEditor: state.headerEditor,
    tab: state.tabs[state.activeTabIndex],
  }));
  const variables = tab?.variables ?? '';
  useEffect(() => fillWhereEmpty(variableEditor, variables), [variableEditor, tab?.id]);
  useEffect(() => fillWhereEmpty(headerEditor, headers), [headerEditor, tab?.id]);
  return null;
}

function fillWhereEmpty(editor: { getValue(): string; setValue(text: string): void } | undefined, text: string): void {
  if (editor?.getValue() === '' && text !== '') {
    editor.setValue(text);
  }
}
