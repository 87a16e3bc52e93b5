import { expect, it } from 'vitest'
import { voiceFor } from './voices'

const known = ['de-DE', 'zh-HK', 'zh_CN', 'en-GB'].map((lang) => ({ lang }))
const languageOf = (language: 'en' | 'zh', ...langs: string[]) =>
  voiceFor(
    language,
    langs.map((lang) => ({ lang })),
  )?.lang

it('reads Chinese by a voice of Mandarin, however the device writes its name', () => {
  expect(voiceFor('zh', known)?.lang).toBe('zh_CN')
  expect(voiceFor('en', known)?.lang).toBe('en-GB')
  expect(languageOf('zh', 'zh-HK', 'zh-Hans-CN')).toBe('zh-Hans-CN')
  expect(languageOf('zh', 'zh-HK', 'cmn')).toBe('cmn')
  expect(languageOf('zh', 'zh-HK', 'zh-TW')).toBe('zh-TW')
})

it('takes another voice of the language before none, and none of another', () => {
  expect(languageOf('zh', 'zh-HK')).toBe('zh-HK')
  expect(languageOf('zh', 'en-GB')).toBeUndefined()
  expect(languageOf('en', 'zh-CN')).toBeUndefined()
})
