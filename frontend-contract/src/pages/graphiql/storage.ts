/** What GraphiQL keeps its tabs and its history in. */
export type KeptTexts = Pick<Storage, 'length' | 'clear' | 'getItem' | 'removeItem' | 'setItem'>;

/**
 * A browser's storage that never keeps request headers: a token stands in them, and one on disk would outlive the
 * reader's wish to be signed in. GraphiQL leaves them out of its tabs when asked to, but not out of its history.
 */
export function withoutHeaders(storage: KeptTexts): KeptTexts {
  return {
    get length() {
      return storage.length;
    },
    clear: () => storage.clear(),
    getItem: (key) => storage.getItem(key),
    removeItem: (key) => storage.removeItem(key),
    setItem: (key, value) => storage.setItem(key, stripped(value)),
  };
}

function stripped(text: string): string {
  if (!text.includes('"headers"')) {
    return text;
  }
  try {
    return JSON.stringify(JSON.parse(text), (name, value: unknown) => (name === 'headers' ? undefined : value));
  } catch {
    return text; // no JSON, such as a query that speaks of headers
  }
}
