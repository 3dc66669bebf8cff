import { OperationTypeNode, parse, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { fillDates } from './dates';
import { examplesFrom, KINDS } from './examples';
import { EXAMPLES } from './operations';

test('reads title, description and kind from the file', () => {
  const text = '# Spend\n# By channel,\n# by month.\nquery Spend { viewer { role } }\n';
  expect(examplesFrom({ 'x/analyst/Spend.graphql': text }, { 'x/analyst/Spend.variables.json': '{}\n' })).toEqual([
    {
      kind: 'analyst',
      name: 'Spend',
      title: 'Spend',
      description: 'By channel, by month.',
      query: text.trimEnd(),
      variables: '{}',
    },
  ]);
});

test('refuses a folder that is no kind of user', () => {
  expect(() => examplesFrom({ 'x/nobody/Spend.graphql': '# a\n{ a }' }, {})).toThrow('x/nobody/Spend.graphql');
});

test('offers something to each kind of user', () => {
  expect(new Set(EXAMPLES.map((example) => example.kind))).toEqual(new Set(KINDS.map(({ kind }) => kind)));
});

test.each(EXAMPLES)('$kind/$name is one operation of that name, with a title and the variables it declares', (example) => {
  const definitions = parse(example.query).definitions as readonly OperationDefinitionNode[];
  expect(definitions.map((each) => each.name?.value)).toEqual([example.name]);
  expect(Object.values(OperationTypeNode)).toContain(definitions[0]?.operation);
  expect(example.title).not.toBe('');
  const declared = definitions[0]?.variableDefinitions?.map((each) => each.variable.name.value) ?? [];
  const given = example.variables === '' ? {} : JSON.parse(fillDates(example.variables, new Date()));
  expect(Object.keys(given)).toEqual(declared);
});
