import { describe, expect, test } from 'vitest'
import { pickLocale } from './locale'

describe('pickLocale', () => {
  test('the visitor’s own choice wins over the browser', () => {
    expect(pickLocale('zh', 'en-GB,en;q=0.9')).toBe('zh')
    expect(pickLocale('en', 'zh-CN')).toBe('en')
  })

  test('a choice that is no language of the house is passed over', () => {
    expect(pickLocale('fr', 'zh-CN')).toBe('zh')
    expect(pickLocale('', null)).toBe('en')
  })

  test('the most wished language that we speak is taken', () => {
    expect(pickLocale(undefined, 'fr-FR,zh-TW;q=0.8,en;q=0.7')).toBe('zh')
    expect(pickLocale(undefined, 'en;q=0.3, zh;q=0.9')).toBe('zh')
    expect(pickLocale(undefined, 'ZH-hans-CN')).toBe('zh')
  })

  test('q=0 means not at all, and nonsense means English', () => {
    expect(pickLocale(undefined, 'zh;q=0, en;q=0.1')).toBe('en')
    expect(pickLocale(undefined, 'de, fr;q=0.5')).toBe('en')
    expect(pickLocale(undefined, ';;;,,=')).toBe('en')
  })
})
