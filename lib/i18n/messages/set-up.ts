import { defineMessages } from '../define-messages'

export const setUpMessages = defineMessages({
  en: {
    title: 'Set up this house',
    text: 'A house is set up once: it gets a name, and its first operator, who looks after everything else.',
    token: 'Token',
    tokenHint: 'From the log of this house, where its address for the set-up stands',
    nameEn: 'Name of the house',
    nameEnHint: 'Empty: Vernissage',
    nameZh: 'Its name in Chinese',
    yours: 'First operator',
    isSignUpOpen: 'New accounts',
    isSignUpOpenHint: 'Anybody may sign up. You can change this at any time.',
    open: 'Open the house',
    opening: 'Opening …',
  },
  zh: {
    title: '设置本馆',
    text: '设置只进行一次：为本馆命名，并创建首位管理员，其余一切由其照看。',
    token: '口令',
    tokenHint: '见本馆日志中的设置地址',
    nameEn: '馆名',
    nameEnHint: '留空：Vernissage',
    nameZh: '中文馆名',
    yours: '首位管理员',
    isSignUpOpen: '新账户',
    isSignUpOpenHint: '任何人都可以注册。您可以随时更改。',
    open: '开馆',
    opening: '正在开馆……',
  },
})
