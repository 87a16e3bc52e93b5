import { env } from './env'

/** PostgreSQL past any pooler, for what needs a session of its own: notices, locks that outlive a transaction. */
export const directUrl = env.DATABASE_DIRECT_URL ?? env.DATABASE_URL
