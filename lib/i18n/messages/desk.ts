import { defineMessages } from '../define-messages'

/** The frame of the curator's desk. */
export const deskMessages = defineMessages({
  en: {
    desk: 'Curator’s desk',
    navigation: 'Curator’s desk',
    exhibitions: 'Exhibitions',
    depot: 'Depot',
    submissions: 'Submissions',
    calls: 'Open calls',
    tours: 'Tours',
    reports: 'Reports',
    figures: 'Figures',
  },
  zh: {
    desk: '策展台',
    navigation: '策展台',
    exhibitions: '展览',
    depot: '库房',
    submissions: '投稿',
    calls: '征集',
    tours: '导览',
    reports: '举报',
    figures: '数据',
  },
})
