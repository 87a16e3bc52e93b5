import { expect, it } from 'vitest'
import { voiceFor } from './speaker'

const known = ['de-DE', 'zh-HK', 'zh_CN', 'en-GB'].map((lang) => ({ lang }))

it('reads Chinese by a voice of Mandarin, however the device writes its name', () => {
  expect(voiceFor('zh', known)?.lang).toBe('zh_CN')
  expect(voiceFor('en', known)?.lang).toBe('en-GB')
})

it('takes another voice of the language before none', () => {
  expect(voiceFor('zh', [{ lang: 'zh-TW' }])?.lang).toBe('zh-TW')
  expect(voiceFor('zh', [{ lang: 'en-GB' }])).toBeNull()
})
