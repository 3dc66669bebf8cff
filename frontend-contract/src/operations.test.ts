import { buildSchema, Kind, parse, validate, type OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import { expect, test } from 'vitest';
import { fillDates } from './pages/graphiql/dates';
import { EXAMPLES } from './pages/graphiql/operations';

const sdl = import.meta.glob<string>('../../schema/src/main/resources/graphql/*.graphqls', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const schema = buildSchema(Object.values(sdl).join('\n'));

test.each(EXAMPLES)('$kind/$name asks what the schema has, with variables it takes', (example) => {
  const document = parse(example.query);
  expect(validate(schema, document).map((error) => error.message)).toEqual([]);
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const values: Record<string, unknown> = JSON.parse(fillDates(example.variables, new Date()) || '{}');
  expect(getVariableValues(schema, operation.variableDefinitions ?? [], values).errors).toBeUndefined();
});
