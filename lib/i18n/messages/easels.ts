import { defineMessages } from '../define-messages'

/** The studio wall: portraits that others may watch being painted. */
export const easelsMessages = defineMessages({
  en: {
    wall: 'On the easels now',
    wallHint: 'Portraits being painted at this moment, by people who chose to show them.',
    inManner: (title: string, artist: string) =>
      artist ? `In the manner of ${title}, ${artist}` : `In the manner of ${title}`,
    picture: (title: string) => `A portrait being painted in the manner of ${title}`,
    paintedNow: (title: string) => `Being painted now: after ${title}`,
    begins: 'Being begun',
    share: (percent: number) => `${percent} %`,
    show: 'Let others watch',
    showHint:
      'While it is painted it hangs on the studio wall, without a name. It is taken down when you say so, and when it is finished.',
    shown: 'Others can watch now.',
    hidden: 'Nobody else sees it.',
  },
  zh: {
    wall: '此刻画架上',
    wallHint: '正在绘制的肖像，由愿意展示的人公开。',
    inManner: (title: string, artist: string) => (artist ? `依${artist}《${title}》的风格` : `依《${title}》的风格`),
    picture: (title: string) => `依《${title}》的风格绘制中的肖像`,
    paintedNow: (title: string) => `正在绘制：依《${title}》`,
    begins: '即将动笔',
    share: (percent: number) => `${percent}%`,
    show: '让他人观看',
    showHint: '绘制期间会不署名地出现在画室墙上。您随时可以撤下，完成后也会自动撤下。',
    shown: '现在他人可以观看。',
    hidden: '现在无人能看到。',
  },
})
