/** What the browser has to know of the contracts before anything is sent: without the schemas, which are fetched at the first call (docs/decisions/0205). */

/** Bounds of one report of what was looked at. Seconds in it are together no more than `allSeconds`: nobody looks at two works at once. */
export const lookLimits = { visits: 10, looks: 100, looksOfAWork: 20, seconds: 600, allSeconds: 900 } as const
export const looksPath = '/api/looks'

/** Characters in the visitors' book. */
export const bookLimits = { textLength: 600, nameLength: 60 } as const

export const reportReasons = ['rights', 'privacy', 'hate', 'sexual', 'spam', 'other'] as const
