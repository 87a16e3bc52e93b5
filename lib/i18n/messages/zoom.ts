import { defineMessages } from '../define-messages'

export const zoomMessages = defineMessages({
  en: {
    closely: (title: string) =>
      `${title}, close up. Arrow keys move, plus and minus change the distance, Escape leads back to the wall.`,
    look: 'Look closely',
    nearer: 'Nearer',
    farther: 'Farther',
    whole: 'The whole picture',
    back: 'Back to the wall',
    coming: 'The picture comes nearer.',
    nearness: (percent: number) => `${percent} % of its size on the wall`,
    failed: 'The picture cannot be shown closer at the moment.',
  },
  zh: {
    closely: (title: string) => `近看《${title}》。方向键移动，加减键调整远近，Esc 回到墙前。`,
    look: '近看',
    nearer: '靠近',
    farther: '拉远',
    whole: '整幅画面',
    back: '回到墙前',
    coming: '画面正在靠近。',
    nearness: (percent: number) => `墙上大小的 ${percent}%`,
    failed: '暂时无法近看这幅作品。',
  },
})
