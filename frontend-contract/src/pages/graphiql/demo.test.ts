import { expect, test } from 'vitest';
import { fetchDemo, headersWith } from './demo';

function answering(status: number, body: string, type = 'application/json'): typeof fetch {
  return async () => new Response(body, { status, headers: { 'content-type': type } });
}

test('takes the tokens of a demo server', async () => {
  const body = '{"token":"demo-admin","tokens":{"partner":"demo-partner"}}';
  expect(await fetchDemo('/demo.json', answering(200, body))).toEqual({
    token: 'demo-admin',
    tokens: { partner: 'demo-partner' },
  });
});

test('knows no token where the server is no demo', async () => {
  expect(await fetchDemo('/demo.json', answering(404, 'Not Found'))).toBeNull();
});

test('knows no token where a proxy answers with a page of its own', async () => {
  expect(await fetchDemo('/demo.json', answering(200, '<!doctype html>', 'text/html'))).toBeNull();
});

test('knows no token where the answer holds none', async () => {
  expect(await fetchDemo('/demo.json', answering(200, '{"token":7}'))).toBeNull();
});

test('writes the header an API token is sent in', () => {
  expect(JSON.parse(headersWith('demo-admin'))).toEqual({ Authorization: 'Bearer demo-admin' });
});
