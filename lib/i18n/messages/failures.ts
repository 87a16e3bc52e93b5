import type { FailureCode } from '@/lib/contracts/errors'
import { defineMessages } from '../define-messages'

/** Why a portrait ended as FAILED, and what the artist can do about it. */
export const failureMessages = defineMessages<Record<FailureCode, string>>({
  en: {
    photo_unreadable: 'The photo could not be read any more. Please order again with another photo.',
    style_missing: 'This style is no longer available. Please choose another one.',
    painter_failed: 'The painter could not finish this picture. You can have it painted again.',
    gave_up: 'The painting was started several times and never finished. Please try again later.',
    set_aside: 'This picture stopped the painter twice, so it was set aside. Another photo may do better.',
  },
  zh: {
    photo_unreadable: '照片已无法读取，请换一张照片重新下单。',
    style_missing: '这种风格已不可用，请选择其他风格。',
    painter_failed: '画师没能画完这幅画，您可以让它重画。',
    gave_up: '这幅画开始了几次都没能完成，请稍后再试。',
    set_aside: '这幅画两次使画师中断，已被搁置。换一张照片也许会更顺利。',
  },
})
