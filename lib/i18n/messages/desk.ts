import { defineMessages } from '../define-messages'

/** The frame of the curator's desk. */
export const deskMessages = defineMessages({
  en: {
    desk: 'Curator’s desk',
    navigation: 'Curator’s desk',
    exhibitions: 'Exhibitions',
    submissions: 'Submissions',
    tours: 'Tours',
    reports: 'Reports',
  },
  zh: {
    desk: '策展台',
    navigation: '策展台',
    exhibitions: '展览',
    submissions: '投稿',
    tours: '导览',
    reports: '举报',
  },
})
