import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: 'src/pages',
  // Relative, so that the pages also work behind a proxy that serves them under a path.
  base: './',
  logLevel: 'warn',
  server: {
    proxy: { '^/(graphql|graphiql/demo.json)$': { target: 'http://127.0.0.1:8080', ws: true } },
  },
  build: {
    outDir: '../../target/classes/static',
    emptyOutDir: true,
    target: 'es2023',
    license: { fileName: 'licenses.md' },
    // Monaco is one editor and will not get smaller; it is loaded after the page is up.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // "use client" of some libraries addresses servers that render React; there is none here.
      onLog: (level, log, next) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
      },
      input: ['index.html', 'graphiql/index.html'].map((page) => new URL(`src/pages/${page}`, import.meta.url).pathname),
    },
  },
  worker: { format: 'es' },
  test: {
    root: '.',
    include: ['src/**/*.test.ts'],
  },
});
