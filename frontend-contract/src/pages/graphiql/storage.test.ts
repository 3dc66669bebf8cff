import { describe, expect, it } from 'vitest';
import { withoutHeaders } from './storage';

function memory() {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    clear: () => texts.clear(),
    getItem: (key: string) => texts.get(key) ?? null,
    removeItem: (key: string) => void texts.delete(key),
    setItem: (key: string, value: string) => void texts.set(key, value),
  };
}

describe('storage without headers', () => {
  it('keeps the history of queries, and no token', () => {
    const kept = withoutHeaders(memory());
    const entry = { query: '{ viewer { role } }', headers: '{"Authorization": "Bearer secret"}', operationName: 'A' };
    kept.setItem('graphiql:queries', JSON.stringify({ queries: [entry] }));
    expect(kept.getItem('graphiql:queries')).not.toContain('secret');
    expect(JSON.parse(kept.getItem('graphiql:queries') ?? '')).toEqual({
      queries: [{ query: '{ viewer { role } }', operationName: 'A' }],
    });
  });

  it('keeps everything else as it is', () => {
    const kept = withoutHeaders(memory());
    kept.setItem('graphiql:query', '# speaks of "headers"\n{ viewer { role } }');
    kept.setItem('graphiql:theme', 'dark');
    expect(kept.getItem('graphiql:query')).toBe('# speaks of "headers"\n{ viewer { role } }');
    expect(kept.length).toBe(2);
    kept.removeItem('graphiql:theme');
    expect(kept.getItem('graphiql:theme')).toBeNull();
  });
});
