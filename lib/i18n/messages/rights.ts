import { defineMessages } from '../define-messages'

/** Names of licences and rights statements. */
export const rightsMessages = defineMessages({
  en: {
    cc0: 'CC0: free of all rights',
    'public-domain': 'Public domain',
    'cc-by': 'CC BY 4.0: free to use, with credit',
    'cc-by-sa': 'CC BY-SA 4.0: with credit, and shared alike',
    'cc-by-nc': 'CC BY-NC 4.0: with credit, not for profit',
    'cc-by-nc-nd': 'CC BY-NC-ND 4.0: with credit, not for profit, unchanged',
    'in-copyright': 'In copyright',
    unknown: 'Copyright undetermined',
    other: 'Rights statement',
  },
  zh: {
    cc0: 'CC0：放弃一切权利',
    'public-domain': '公有领域',
    'cc-by': 'CC BY 4.0：署名即可使用',
    'cc-by-sa': 'CC BY-SA 4.0：署名，相同方式共享',
    'cc-by-nc': 'CC BY-NC 4.0：署名，非商业使用',
    'cc-by-nc-nd': 'CC BY-NC-ND 4.0：署名，非商业使用，不得改动',
    'in-copyright': '受版权保护',
    unknown: '版权状况未定',
    other: '权利声明',
  },
})
