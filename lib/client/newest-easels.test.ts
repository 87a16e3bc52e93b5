import { expect, test } from 'vitest'
import type { EaselView } from '@/lib/contracts/easels'
import { newestEasels } from './newest-easels'

const words = { en: '', zh: '' }
const easel = (id: string, attempt: number, sequence: number): EaselView => ({
  ...{ id, attempt, sequence, stage: 'painting', progress: sequence / 10, previewUrl: `/${id}/${attempt}-${sequence}` },
  style: { title: words, artist: words },
})
const tell = (easels: EaselView[]) => easels.map(({ previewUrl }) => previewUrl)

test('a painting goes forward, whichever process answers', () => {
  const known = newestEasels([], [easel('ada', 1, 5)])
  expect(tell(newestEasels(known, [easel('ada', 1, 4)]))).toEqual(['/ada/1-5'])
  expect(tell(newestEasels(known, [easel('ada', 1, 6)]))).toEqual(['/ada/1-6'])
})

test('one that another worker begins anew does so', () => {
  expect(tell(newestEasels([easel('ada', 1, 5)], [easel('ada', 2, 1)]))).toEqual(['/ada/2-1'])
})

test('who is shown, and in which order, is as the answer says', () => {
  const known = [easel('ada', 1, 5), easel('gone', 1, 9)]
  expect(tell(newestEasels(known, [easel('ben', 1, 0), easel('ada', 1, 3)]))).toEqual(['/ben/1-0', '/ada/1-5'])
})
