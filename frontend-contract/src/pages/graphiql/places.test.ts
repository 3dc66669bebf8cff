import { expect, test } from 'vitest';
import { placesOf } from './places';

test.each(['http://127.0.0.1:8080/graphiql', 'http://127.0.0.1:8080/graphiql/', 'http://127.0.0.1:8080/graphiql/index.html'])(
  'finds the endpoint from %s',
  (page) => {
    expect(placesOf(page)).toEqual({
      graphql: 'http://127.0.0.1:8080/graphql',
      socket: 'ws://127.0.0.1:8080/graphql',
      demo: 'http://127.0.0.1:8080/graphiql/demo.json',
      start: 'http://127.0.0.1:8080/',
    });
  },
);

test('keeps the path a proxy serves the pages under, and its encryption', () => {
  const places = placesOf('https://tools.example/outlay/graphiql/?x=1');
  expect(places.graphql).toBe('https://tools.example/outlay/graphql');
  expect(places.socket).toBe('wss://tools.example/outlay/graphql');
});
