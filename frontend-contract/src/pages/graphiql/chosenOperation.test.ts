import { expect, test } from 'vitest';
import { chosenOperation } from './chosenOperation';

test('sees a subscription whatever the editor last read', () => {
  expect(chosenOperation('subscription Watch { a }', 'Before')).toMatchObject({
    operationName: 'Watch',
    isSubscription: true,
  });
});

test('runs the operation the reader chose among several', () => {
  const two = 'query One { a } subscription Two { b }';
  expect(chosenOperation(two, 'One')).toMatchObject({ operationName: 'One', isSubscription: false });
  expect(chosenOperation(two, 'Two')).toMatchObject({ operationName: 'Two', isSubscription: true });
});

test('leaves it to the server to refuse a name among several, or a text it cannot read', () => {
  expect(chosenOperation('query One { a } query Two { b }', 'Three').operationName).toBe('Three');
  expect(chosenOperation('query {', 'Before')).toMatchObject({ operationName: 'Before', isSubscription: false });
});

test('sends no name for an operation without one', () => {
  expect(chosenOperation('{ a }', undefined)).toMatchObject({ operationName: null, isSubscription: false });
});
