import { defineMessages } from '../define-messages'

/** Before an exhibition opens, shortly before it closes, and when it has. */
export const openingMessages = defineMessages({
  en: {
    opens: (moment: string) => `Opens ${moment}`,
    left: 'Time until it opens',
    days: 'days',
    hours: 'hours',
    minutes: 'minutes',
    seconds: 'seconds',
    opening: 'The doors are opening.',
    others: 'Exhibitions that are open now',
    closesIn: (span: string) => `Closes in ${span}`,
    isOver: 'It was shown here, and has closed.',
    closedPage: (title: string) => `${title} (closed)`,
    farewell: (title: string) => `“${title}” has closed`,
    thanks: 'Thank you for coming. Nobody else comes in now; look round for as long as you like.',
    toBook: 'Write in the visitors’ book',
    stay: 'Put the farewell away',
  },
  zh: {
    opens: (moment: string) => `${moment} 开展`,
    left: '距开展',
    days: '天',
    hours: '时',
    minutes: '分',
    seconds: '秒',
    opening: '展厅正在开门。',
    others: '正在展出的展览',
    closesIn: (span: string) => `还有${span}闭展`,
    isOver: '曾在此展出，现已闭幕。',
    closedPage: (title: string) => `${title}（已闭幕）`,
    farewell: (title: string) => `“${title}”已闭幕`,
    thanks: '感谢您的到来。展厅不再入场，您仍可慢慢观看。',
    toBook: '在留言簿上留言',
    stay: '收起告别语',
  },
})
