import { createTransport, type Transporter } from 'nodemailer'
import { noticeContentSchema } from '@/lib/contracts/notices'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import { mailWords } from './mail-words'

/** Who looks at the house reads it there: mail goes for what stays unread so long, and is not yet stale. */
const UNREAD_MS = 2 * 60_000
const STALE_MS = 24 * 60 * 60_000
const BATCH = 20
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** Where people reach the house, for addresses in mails. */
const house = () => new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`)

/**
 * Sends by mail what people have not read, each notice once: it is marked before it is sent, and the mark is taken back when the mail server
 * could not be reached. What the server refuses for good is given up.
 *
 * @returns how many were sent
 */
export async function sendMails(server: string, now = Date.now()): Promise<number> {
  const due = await db.notice.findMany({
    where: {
      readAt: null,
      mailedAt: null,
      createdAt: { lt: new Date(now - UNREAD_MS), gt: new Date(now - STALE_MS) },
      person: { isAnonymous: false, bannedAt: null, wantsMail: true },
    },
    orderBy: { createdAt: 'asc' },
    take: BATCH,
    select: { id: true, content: true, person: { select: { name: true, email: true } } },
  })
  if (due.length === 0) return 0
  const transport = createTransport(server, { from: env.MAIL_FROM })
  // Options of a transport made from an address go along with each connection.
  Object.assign(transport.options, patience)
  let sent = 0
  try {
    for (const notice of due) if (await sendOne(notice, transport)) sent++
  } finally {
    transport.close()
  }
  return sent
}

interface Due {
  id: string
  content: unknown
  person: { name: string; email: string }
}

async function sendOne({ id, content, person }: Due, transport: Transporter): Promise<boolean> {
  const known = noticeContentSchema.safeParse(content)
  const marked = await db.notice.updateMany({
    where: { id, mailedAt: null, readAt: null },
    data: { mailedAt: new Date() },
  })
  if (marked.count === 0 || !known.success) return false
  try {
    const to = { name: person.name, address: person.email }
    await transport.sendMail({ to, ...mailWords(known.data, house()), textEncoding: 'base64' })
    return true
  } catch (error) {
    if (isFinal(error)) {
      logger.warn({ err: error, notice: id }, 'mail refused for good')
      return false
    }
    await db.notice.updateMany({ where: { id }, data: { mailedAt: null } })
    throw error
  }
}

/** 5yz: the command is not to be repeated (RFC 5321, 4.2.1). A refused sign-in is the house's own fault, and mended by its operator. */
function isFinal(error: unknown): boolean {
  const { responseCode = 0, code = '' } = error as { responseCode?: number; code?: string }
  return responseCode >= 500 && code !== 'EAUTH'
}
