import { examplesFrom } from './examples';

/** Every operation shipped with Outlay. */
export const EXAMPLES = examplesFrom(
  import.meta.glob<string>('../../operations/*/*.graphql', { query: '?raw', import: 'default', eager: true }),
  import.meta.glob<string>('../../operations/*/*.variables.json', { query: '?raw', import: 'default', eager: true }),
);
