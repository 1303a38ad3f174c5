import eslintPluginAstro from 'eslint-plugin-astro';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Rooms under src/ and scripts/: core ← widget | site | scripts, and those three never import one another. */
const ROOMS = {
  'src/core/**': ['widget', 'site', 'scripts', 'config'],
  'src/widget/**': ['site', 'scripts', 'config'],
  'src/site/**': ['widget', 'scripts'],
  'scripts/**': ['widget', 'site'],
};

const forbidRooms = (rooms) => ({
  group: rooms.flatMap((room) => [`**/${room}`, `**/${room}.ts`, `**/${room}/**`]),
  message:
    'core ← widget | site | scripts: those three never import one another, and core imports none (DESIGN.md).',
});

/** What core may not reach for: it is passed in, so that core is tested without it. */
const NO_EFFECTS = {
  'no-restricted-globals': [
    'error',
    'window',
    'document',
    'fetch',
    'localStorage',
    'sessionStorage',
    'process',
    'navigator',
    'performance',
    'console',
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Pass a random number generator in.' },
    { object: 'Date', property: 'now', message: 'Pass the time in.' },
  ],
};

export default defineConfig(
  {
    ignores: [
      'node_modules',
      'dist',
      'dist-internal',
      '.cache',
      '.astro',
      'reports',
      'tests/fixtures',
      '**/*.d.ts',
    ],
  },
  ...tseslint.configs.strict,
  ...eslintPluginAstro.configs.recommended,
  // noUncheckedIndexedAccess makes `!` the honest way to say that an index is in range.
  { rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['**/*.ts'],
    rules: {
      eqeqeq: 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  ...Object.entries(ROOMS).map(([folder, rooms]) => ({
    files: [`${folder}/*.ts`, `${folder}/*.astro`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            forbidRooms(rooms),
            ...(folder === 'src/core/**'
              ? [
                  {
                    group: ['node:*', 'astro', 'astro/*', 'astro:*', '@astrojs/*'],
                    message: 'core is pure: effects are passed in (DESIGN.md).',
                  },
                ]
              : []),
          ],
        },
      ],
    },
  })),
  { files: ['src/core/**/*.ts'], rules: NO_EFFECTS },
  { files: ['*.config.ts', 'src/**/*.d.ts'], rules: { 'no-restricted-exports': 'off' } },
  prettier,
);
