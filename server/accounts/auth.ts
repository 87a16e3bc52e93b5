import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { anonymous } from 'better-auth/plugins/anonymous'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { shared } from '@/server/platform/shared'
import { adoptGuestOnLink } from './adopt-guest-on-link'
import { authLogger } from './auth-logger'
import { refuseBanned } from './refuse-banned'

const DAY = 24 * 60 * 60

/**
 * Sessions and passwords. Only server/accounts calls it: it has no routes of its own, and our routes map its refusals to
 * our codes, check the origin and count attempts.
 */
function createAuth() {
  return betterAuth({
    appName: 'Vernissage',
    secret: env.AUTH_SECRET,
    baseURL: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    telemetry: { enabled: false },
    logger: authLogger,
    database: prismaAdapter(db, { provider: 'postgresql', transaction: true }),
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128 },
    rateLimit: { enabled: false },
    session: { modelName: 'Session', fields: { userId: 'personId' }, expiresIn: 30 * DAY, updateAge: DAY },
    account: { modelName: 'Account', fields: { userId: 'personId' } },
    verification: { modelName: 'Verification' },
    user: {
      modelName: 'Person',
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'VISITOR', required: false },
        bannedAt: { type: 'date', input: false, required: false },
      },
    },
    databaseHooks: {
      user: {
        create: { before: async (user) => ({ data: { ...user, role: user.isAnonymous ? 'VISITOR' : 'ARTIST' } }) },
      },
      session: { create: { before: refuseBanned } },
    },
    plugins: [
      anonymous({ generateName: () => 'Guest', disableDeleteAnonymousUser: true, onLinkAccount: adoptGuestOnLink }),
    ],
    advanced: {
      cookiePrefix: 'vernissage',
      useSecureCookies: env.SECURE_COOKIES ?? env.PUBLIC_URL?.startsWith('https:') ?? false,
      // Prisma makes the ids (UUID version 7). A session comes with its person in one round trip.
      database: { generateId: false, joins: true },
      ipAddress: { ipAddressHeaders: ['x-vernissage-address'] },
    },
  })
}

export const auth = shared('auth', createAuth)
