import { type ErrorCode, errorTable } from '@/lib/contracts/errors'
import { defineMessages } from '../define-messages'

/** English is the contract's own sentence, so that an answer of the interface and a page never say different things. */
const english = Object.fromEntries(Object.entries(errorTable).map(([code, { message }]) => [code, message])) as Record<
  ErrorCode,
  string
>

export const errorMessages = defineMessages({
  en: english,
  zh: {
    invalid_json: '请求不是有效的 JSON。',
    invalid_request: '有些内容没有填写，或填写有误。',
    unsupported_media_type: '这里无法读取这种格式的请求。',
    foreign_origin: '这个请求来自其他网站，未予执行。',
    not_signed_in: '请先登录。',
    session_expired: '登录已失效，请重新登录。',
    wrong_credentials: '邮箱或密码不正确。',
    account_closed: '本馆已停用此账户。',
    email_taken: '这个邮箱已注册过账户。',
    forbidden: '您没有权限进行此操作。',
    link_invalid: '这个地址已失效，请重新加载页面。',
    account_needed: '请先创建账户。您已完成的作品会一并保留。',
    not_found: '这里什么也没有。',
    method_not_allowed: '这里不支持此操作。',
    conflict: '内容刚刚被他人改动，请查看后再试。',
    already_hung: '这件作品已经挂在这里了。',
    note_needed: '请写明需要修改什么。',
    work_hidden: '这件作品目前对观众隐藏，不能挂出。',
    room_full: '展墙上没有空位了。',
    not_cancellable: '这幅画像已经结束，无法取消。',
    not_stoppable: '这幅画像没有在精修，无需停笔。',
    not_finished: '这幅画像尚未完成。',
    not_retryable: '只有失败或已取消的画像可以重画。',
    key_reused: '这个标识已用于另一份订单。',
    photo_missing: '请选择一张照片。',
    photo_empty: '这个文件是空的。',
    photo_too_large: '这个文件超过 15 MB。',
    photo_too_many_pixels: '这张图片超过 4000 万像素。',
    photo_unsupported: '请选择 JPEG、PNG、WebP 或 AVIF 图片。',
    photo_damaged: '这张图片已损坏，无法读取。',
    photo_animated: '动态图片无法作画，请选择静态图片。',
    photo_too_small: '这张图片太小：每边至少需要 16 像素。',
    photo_too_narrow: '这张图片过于狭长，无法作画。',
    style_unknown: '画师不会这种风格。',
    body_too_large: '请求内容过大。',
    too_many_requests: '操作有些快，请稍后再试。',
    too_many_orders: '您在短时间内下了许多订单，请等一分钟。',
    painter_busy: '画师正在画另一幅作品。',
    no_turn: '许多人正在等候画师，暂时只为有账户的艺术家排号。',
    studio_closed: '画室暂时不接新的订单。',
    unavailable: '这部分暂时关闭，请稍后再试。',
    internal: '我们这边出了问题，已记录下来。',
  },
})
