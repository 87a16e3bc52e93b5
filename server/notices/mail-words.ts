import type { NoticeContent } from '@/lib/contracts/notices'
import { locales } from '@/lib/i18n/locale'
import { noticesMessages } from '@/lib/i18n/messages/notices'
import { noticeWords } from '@/lib/i18n/notice-words'

interface Mail {
  subject: string
  text: string
}

/** A notice as a mail, plain text in both languages: the house does not know which one somebody reads when they are away. */
export function mailWords(content: NoticeContent, house: URL): Mail {
  const parts = locales.map((locale) => {
    const { sentence, note, href } = noticeWords(content, locale)
    const { mailFooter } = noticesMessages[locale]
    const address = new URL(href ?? '/me/notices', house).href
    const notices = `${mailFooter} ${new URL('/me/notices', house).href}`
    return [sentence, note, address, notices].filter(Boolean).join('\n\n')
  })
  const { sentence } = noticeWords(content, 'en')
  return { subject: noticesMessages.en.mailSubject(sentence), text: parts.join('\n\n* * *\n\n') }
}
