import { defineMessages } from '../define-messages'

/** What visitors write under works. */
export const commentsMessages = defineMessages({
  en: {
    title: 'What visitors say',
    none: 'Nobody has written anything yet.',
    closed: 'Nothing more is written here for the moment.',
    write: 'Write something about it',
    send: 'Publish',
    sending: 'Publishing …',
    hint: 'Everybody can read it, with your name.',
    needsAccount: 'Sign in to write something.',
    earlier: 'Earlier ones',
    takeBack: 'Take it back',
    wordsOf: (name: string) => `what ${name} wrote`,
    switchOn: 'Visitors may write under it',
  },
  zh: {
    title: '观众留言',
    none: '还没有人留言。',
    closed: '这里暂时不接受留言。',
    write: '写下您的看法',
    send: '发布',
    sending: '正在发布……',
    hint: '所有人都能看到，并显示您的名字。',
    needsAccount: '登录后即可留言。',
    earlier: '更早的',
    takeBack: '撤回',
    wordsOf: (name: string) => `${name}的留言`,
    switchOn: '允许观众在作品下留言',
  },
})
