/**
 * Runs in the browser before everything else. Where it may, zod compiles its schemas by evaluating code; to learn that it may not,
 * it tries, and the Content-Security-Policy would be violated on every page. This is where zod's `config` keeps its settings; to
 * import that would bring 30 kB of zod to pages that need none.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

export {}
