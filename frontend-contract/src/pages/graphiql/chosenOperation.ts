import { Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/** What a request is about to do. */
export interface ChosenOperation {
  readonly operationName: string | null;
  readonly document: DocumentNode;
  readonly isSubscription: boolean;
}

/**
 * Finds the operation to run. GraphiQL reads names and kinds of operations from the editor with a delay, so right
 * after an example was opened it still names the one before: a name the text does not have is dropped where the text
 * has one operation only. A text that cannot be parsed goes to the server, which says what is wrong with it.
 */
export function chosenOperation(query: string, name: string | null | undefined): ChosenOperation {
  const document = parsed(query);
  const operations = document.definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const named = operations.find((each) => each.name?.value === name);
  const chosen = named ?? (operations.length === 1 ? operations[0] : undefined);
  return {
    operationName: chosen === undefined ? (name ?? null) : (chosen.name?.value ?? null),
    document,
    isSubscription: chosen?.operation === 'subscription',
  };
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query);
  } catch {
    return { kind: Kind.DOCUMENT, definitions: [] };
  }
}
