import { defineMessages } from '../define-messages'

/** What a new exhibition begins with. */
export const newExhibitionMessages = defineMessages({
  en: {
    create: 'New exhibition',
    createText: 'It begins as a draft that nobody sees but you and the curators whom you name.',
    titleEn: 'Title in English',
    titleZh: 'Title in Chinese',
    beginWith: 'Begin with',
    template: (name: string) =>
      ({
        cabinet: 'A cabinet: one room, 8 by 7 m',
        gallery: 'A gallery: one hall, 14 by 18 m',
        suite: 'A suite: two rooms, 12 by 10 m each',
        enfilade: 'An enfilade: entrance, great hall, cabinet',
        wing: 'A hall with a wing: 14 by 12 m, and 7 by 7 m around the corner',
        niche: 'A hall with a niche: 14 by 12 m, and one wall to walk up to',
        salon: 'A salon: damask and a lantern, 12 by 15 m',
        loft: 'A loft: brick and tall windows, 11 by 18 m',
        'dark-room': 'A dark room: for works that shine, 10 by 13 m',
        pavilion: 'A pavilion: a front of glass over water, 12 by 15 m',
      })[name] ?? name,
    copyOf: 'A copy of',
    copyText: 'Texts, rooms and what hangs in them come along; the works themselves are shared, not copied.',
    begin: 'Begin the draft',
    beginning: 'Preparing the rooms …',
  },
  zh: {
    create: '新建展览',
    createText: '新展览从草稿开始，只有您和您指定的策展人能看到。',
    titleEn: '英文标题',
    titleZh: '中文标题',
    beginWith: '从此开始',
    template: (name: string) =>
      ({
        cabinet: '小展室：一间，8 × 7 米',
        gallery: '展厅：一间，14 × 18 米',
        suite: '套间：两间，各 12 × 10 米',
        enfilade: '连列厅：序厅、大厅、小展室',
        wing: '带侧翼的展厅：14 × 12 米，转角处另有 7 × 7 米',
        niche: '带壁龛的展厅：14 × 12 米，正面一墙可走近细看',
        salon: '沙龙：锦缎墙面与采光顶，12 × 15 米',
        loft: '阁楼：砖墙与高窗，11 × 18 米',
        'dark-room': '暗室：适合发光的作品，10 × 13 米',
        pavilion: '水榭：临水的玻璃立面，12 × 15 米',
      })[name] ?? name,
    copyOf: '复制自',
    copyText: '文字、展厅和挂画一并带来；作品本身是共用的，不会复制。',
    begin: '建立草稿',
    beginning: '正在准备展厅……',
  },
})
