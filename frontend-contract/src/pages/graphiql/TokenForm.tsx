import { useState, type FormEvent } from 'react';

/** Asks for an API token where none is known. It stays in this page's memory and is sent to this server only. */
export function TokenForm({ onToken }: { readonly onToken: (token: string) => void }) {
  const [token, setToken] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onToken(token.trim().replace(/^Bearer\s+/i, ''));
  };
  return (
    <form className="token" onSubmit={submit}>
      <label>
        Paste your API token
        <input
          type="password"
          autoComplete="off"
          required
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
      </label>
      <button type="submit">Use it</button>
      <span>It is kept in this tab only, and sent to this server only. An administrator makes one with apiTokenCreate.</span>
    </form>
  );
}
