import { defineMessages } from '../define-messages'

export const curatorMessages = defineMessages({
  en: {
    submissionsTitle: 'Submissions',
    submissionsText:
      'Works offered to exhibitions with an open call. An accepted work is hung in the next free place and is seen by all.',
    noneWaiting: 'Nothing is waiting for you.',
    waiting: 'Waiting',
    decided: 'Decided',
    offeredTo: (exhibition: string) => `Offered to “${exhibition}”`,
    offeredBy: (name: string, day: string) => `by ${name}, ${day}`,
    note: 'A note to the artist (optional)',
    accept: 'Accept and hang',
    decline: 'Decline',
    deciding: 'Saving …',
    accepted: 'Accepted',
    declined: 'Declined',
    seeExhibition: 'See the exhibition',
  },
  zh: {
    submissionsTitle: '投稿',
    submissionsText: '投给征集中展览的作品。接受后，作品会挂到下一个空位，所有人都能看到。',
    noneWaiting: '没有等待处理的投稿。',
    waiting: '待处理',
    decided: '已处理',
    offeredTo: (exhibition: string) => `投给“${exhibition}”`,
    offeredBy: (name: string, day: string) => `${name}，${day}`,
    note: '给艺术家的话（选填）',
    accept: '接受并挂出',
    decline: '谢绝',
    deciding: '正在保存……',
    accepted: '已接受',
    declined: '已谢绝',
    seeExhibition: '查看展览',
  },
})
