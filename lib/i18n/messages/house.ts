import type { Bilingual } from '@/lib/contracts/common'
import { defineMessages } from '../define-messages'
import type { Locale } from '../locale'
import { commonMessages } from './common'

export const houseMessages = defineMessages({
  en: {
    announcement: 'Announcement',
    putAway: 'Put away',
    notSetUp: 'This house has no operator yet.',
    setUp: 'Set it up',
    signUpClosed: 'No new accounts at present',
    hdOff: 'HD is switched off in this house at present.',
  },
  zh: {
    announcement: '公告',
    putAway: '收起',
    notSetUp: '本馆还没有管理员。',
    setUp: '开始设置',
    signUpClosed: '暂不接受新账户',
    hdOff: '本馆目前不提供高清尺寸。',
  },
})

/** What the house calls itself in a language: its own name there, or in the other one, or its first name. */
export function nameOfHouse(name: Bilingual, locale: Locale): string {
  return name[locale] || name[locale === 'en' ? 'zh' : 'en'] || commonMessages[locale].house
}
