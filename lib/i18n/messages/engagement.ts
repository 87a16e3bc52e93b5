import { defineMessages } from '../define-messages'

export const engagementMessages = defineMessages({
  en: {
    like: 'Like',
    liked: 'Liked',
    keep: 'Keep',
    kept: 'Kept',
    likeName: (title: string) => (title ? `Like “${title}”` : 'Like this work'),
    keepName: (title: string) => (title ? `Keep “${title}” among my favourites` : 'Keep this work among my favourites'),
    likeCount: (count: number) => (count === 1 ? '1 like' : `${count} likes`),
    likedNow: (count: number) => (count === 1 ? 'Liked. You are the first.' : `Liked. ${count} people like this work.`),
    unlikedNow: (count: number) =>
      count === 0
        ? 'Like taken back.'
        : `Like taken back. ${count === 1 ? '1 person likes' : `${count} people like`} this work.`,
    keptNow: 'Kept among your favourites.',
    unkeptNow: 'No longer among your favourites.',
    waiting: 'You seem to be offline. This is noted here and will be sent when the house can be reached.',
    offline: 'The house cannot be reached just now. Please check your connection and try again.',
  },
  zh: {
    like: '喜欢',
    liked: '已喜欢',
    keep: '收藏',
    kept: '已收藏',
    likeName: (title) => (title ? `喜欢《${title}》` : '喜欢这件作品'),
    keepName: (title) => (title ? `收藏《${title}》` : '收藏这件作品'),
    likeCount: (count) => `${count} 人喜欢`,
    likedNow: (count) => (count === 1 ? '已喜欢，您是第一位。' : `已喜欢。共有 ${count} 人喜欢这件作品。`),
    unlikedNow: (count) => (count === 0 ? '已取消喜欢。' : `已取消喜欢。共有 ${count} 人喜欢这件作品。`),
    keptNow: '已加入您的收藏。',
    unkeptNow: '已从您的收藏中移除。',
    waiting: '您似乎已离线。我们已在此记下，连上美术馆后会自动送达。',
    offline: '暂时无法连接到美术馆。请检查网络后再试。',
  },
})
