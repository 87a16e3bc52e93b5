import { defineMessages } from '../define-messages'

/** What people are told, on their page of notices and by mail. */
export const noticesMessages = defineMessages({
  en: {
    title: 'Notices',
    empty: 'Nothing yet. Here you read what became of your portraits, works and reports.',
    unread: 'New',
    unreadCount: (count: number) => `Notices, ${count} new`,
    accepted: (work: string, exhibition: string) => `“${work}” was accepted for “${exhibition}”.`,
    declined: (work: string, exhibition: string) => `“${work}” was not accepted for “${exhibition}”.`,
    changes: (work: string, exhibition: string) => `The curators of “${exhibition}” ask for changes to “${work}”.`,
    hidden: (title: string) => `“${title}” is hidden from visitors while the curators look at a report.`,
    upheld: (title: string) => `“${title}” was reported, and the curators keep it hidden from visitors.`,
    shown: (title: string) => `“${title}” can be seen by everyone again.`,
    hiddenPerson: 'Your public page and your room are closed while the curators look at a report.',
    upheldPerson: 'You were reported, and the curators keep your public page and your room closed.',
    shownPerson: 'Your public page and your room are open again.',
    reportUpheld: (title: string) => `You reported “${title}”. The curators agree; it is hidden from visitors.`,
    reportDismissed: (title: string) => `You reported “${title}”. The curators looked at it and let it be seen.`,
  },
  zh: {
    title: '通知',
    empty: '暂无通知。您的画像、作品和举报有进展时，会显示在这里。',
    unread: '新',
    unreadCount: (count: number) => `通知，${count} 条未读`,
    accepted: (work: string, exhibition: string) => `“${work}”已入选“${exhibition}”。`,
    declined: (work: string, exhibition: string) => `“${work}”未入选“${exhibition}”。`,
    changes: (work: string, exhibition: string) => `“${exhibition}”的策展人希望您修改“${work}”。`,
    hidden: (title: string) => `策展人正在查看一份举报，“${title}”暂时对观众隐藏。`,
    upheld: (title: string) => `“${title}”被举报，策展人决定继续对观众隐藏。`,
    shown: (title: string) => `“${title}”已恢复对所有人显示。`,
    hiddenPerson: '策展人正在查看一份举报，您的公开主页和展厅暂时关闭。',
    upheldPerson: '您被举报，策展人决定继续关闭您的公开主页和展厅。',
    shownPerson: '您的公开主页和展厅已重新开放。',
    reportUpheld: (title: string) => `您举报了“${title}”。举报成立，该内容已对观众隐藏。`,
    reportDismissed: (title: string) => `您举报了“${title}”。策展人查看后决定保留。`,
  },
})
