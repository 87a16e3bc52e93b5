import { defineMessages } from '../define-messages'

/** Being in the hall with others: presence, reactions. */
export const togetherMessages = defineMessages({
  en: {
    company: 'Other visitors',
    companyCount: (others: number) =>
      others === 0
        ? 'Other visitors: nobody else is here'
        : others === 1
          ? 'Other visitors: 1'
          : `Other visitors: ${others}`,
    nobodyElse: 'Nobody else is here at the moment.',
    othersHere: (others: number) =>
      others === 1 ? 'One other visitor is here.' : `${others} other visitors are here.`,
    alone: 'You walk alone: nobody sees you, and you see nobody.',
    away: 'The connection is being made. The hall works without it.',
    beSeen: 'See others and be seen',
    beSeenHint: 'Others see a figure where you stand. Nothing of it is kept.',
    showName: 'Show my name to those who come near',
    guide: 'Be a guide whom others can follow',
    visitor: 'A visitor',
    guideTag: (name: string) => (name ? `Guide · ${name}` : 'Guide'),
    guides: 'Guides',
    unnamedGuide: 'A guide',
    follow: 'Follow',
    followName: (name: string) => `Follow ${name}`,
    unfollow: 'Walk by myself',
    following: (name: string) => `You are following ${name}. Any step of your own ends it.`,
    followEnded: 'You walk by yourself again.',
    guideLeft: 'Your guide has left.',
    close: 'Close',
    react: 'For those who are here',
    flower: 'A flower',
    wonder: 'Wonder',
    joy: 'Joy',
    calm: 'Calm',
    reacted: (kind: string) => `${kind}: seen by those who are here`,
  },
  zh: {
    company: '其他观众',
    companyCount: (others: number) => (others === 0 ? '其他观众：此刻没有别人' : `其他观众：${others} 位`),
    nobodyElse: '此刻没有其他观众。',
    othersHere: (others: number) => `这里还有 ${others} 位观众。`,
    alone: '您正独自参观：别人看不到您，您也看不到别人。',
    away: '正在连接。没有连接也可以参观。',
    beSeen: '看见他人，也被他人看见',
    beSeenHint: '别人只会在您所站之处看到一个人影，不会留下任何记录。',
    showName: '向走近的人显示我的名字',
    guide: '担任导览员，让他人跟随',
    visitor: '一位观众',
    guideTag: (name: string) => (name ? `导览员 · ${name}` : '导览员'),
    guides: '导览员',
    unnamedGuide: '一位导览员',
    follow: '跟随',
    followName: (name: string) => `跟随${name}`,
    unfollow: '自己走',
    following: (name: string) => `您正跟随${name}。自己走动一步即可结束。`,
    followEnded: '您又可以自己走了。',
    guideLeft: '导览员已离开。',
    close: '关闭',
    react: '给在场的人看',
    flower: '献花',
    wonder: '惊叹',
    joy: '欢喜',
    calm: '宁静',
    reacted: (kind: string) => `${kind}：在场的人都看得到`,
  },
})
