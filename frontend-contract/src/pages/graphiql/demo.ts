/** Kinds of people Outlay serves; each has a folder of operations. */
export type Kind = 'marketing-manager' | 'analyst' | 'data-scientist' | 'administrator' | 'partner';

/** The public tokens of a server in demo mode: the one to begin with, and the one that fits each kind of user. */
export interface Demo {
  readonly token: string;
  readonly tokens: Readonly<Partial<Record<Kind, string>>>;
}

/** Asks the server whether it is a demo. Every other server answers 404, or a proxy its own page, and then nothing is filled in. */
export async function fetchDemo(address: string, fetch: typeof globalThis.fetch = globalThis.fetch): Promise<Demo | null> {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return response.ok && isJson ? demoFrom(await response.json()) : null;
}

function demoFrom(answer: unknown): Demo | null {
  if (typeof answer !== 'object' || answer === null || !('token' in answer) || typeof answer.token !== 'string') {
    return null;
  }
  const tokens = 'tokens' in answer && typeof answer.tokens === 'object' && answer.tokens !== null ? answer.tokens : {};
  return { token: answer.token, tokens };
}

/** The header editor's text for a token. */
export function headersWith(token: string): string {
  return JSON.stringify({ Authorization: `Bearer ${token}` }, null, 2);
}
