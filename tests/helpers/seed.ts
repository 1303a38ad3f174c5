import fc from 'fast-check';

/**
 * Every run tries the same cases, so that a change is judged by what it changes. `FAST_CHECK_SEED=7 npm run test:unit` tries
 * others, and is worth it now and then: it has found what nobody thought of.
 */
fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20_261_122) });
