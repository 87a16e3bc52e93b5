import { defineMessages } from '../define-messages'

/** Before an exhibition opens, and shortly before it closes. */
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
  },
})
