import type { AuditSubject } from '@/lib/contracts/audit'
import type { Locale } from '../locale'
import { deskTrailMessages } from './desk-trail'

const acts: Record<string, [en: string, zh: string]> = {
  'admission.forced': ['held the overload ladder at a rung', '固定了过载阶梯的级别'],
  'admission.released': ['let the overload ladder follow the load', '让过载阶梯随负载变化'],
  'announcement.made': ['announced something', '发布了公告'],
  'announcement.changed': ['changed an announcement', '修改了公告'],
  'announcement.deleted': ['took an announcement down', '撤下了公告'],
  'artwork.added': ['added a work', '添加了作品'],
  'artwork.comments-closed': ['closed the comments under a work', '关闭了作品留言'],
  'artwork.comments-opened': ['opened the comments under a work', '开放了作品留言'],
  'artwork.deleted': ['deleted a work', '删除了作品'],
  'artwork.given-back': ['gave a work back to its artist', '将作品归还艺术家'],
  'artwork.hung': ['hung a work', '挂出了作品'],
  'artwork.label-changed': ['changed a label', '修改了作品标签'],
  'artwork.picture-replaced': ['replaced the picture of a work', '替换了作品图片'],
  'artwork.shown': ['showed a work', '公开了作品'],
  'artwork.taken-back': ['took a work back', '收回了作品'],
  'book.entry-hidden': ['hid a line of the visitors’ book', '隐藏了一条留言簿留言'],
  'book.entry-kept': ['kept a line of the visitors’ book', '保留了一条留言簿留言'],
  'case.dismissed': ['dismissed a report', '驳回了举报'],
  'case.hidden': ['hid what was reported', '隐藏了被举报的内容'],
  'case.shown': ['showed again what was reported', '重新显示了被举报的内容'],
  'case.upheld': ['upheld a report', '认可了举报'],
  'depot.labels-imported': ['imported labels', '导入了作品标签'],
  'exhibition.hung': ['changed the hanging', '调整了挂画'],
  'exhibition.changed': ['changed the exhibition', '修改了展览'],
  'house.changed': ['changed what holds for the house', '修改了本馆的设定'],
  'house.set-up': ['set the house up', '设置了本馆'],
  'operator.created': ['became the first operator', '成为首位管理员'],
  'person.ban-lifted': ['opened an account again', '重新启用了账户'],
  'person.banned': ['closed an account', '停用了账户'],
  'person.deleted': ['deleted their account', '删除了自己的账户'],
  'person.page-closed': ['closed their page', '关闭了个人主页'],
  'person.page-opened': ['opened their page', '开放了个人主页'],
  'person.quota-set': ['set somebody’s room', '设定了某人的空间'],
  'person.role-set': ['set somebody’s role', '设定了某人的角色'],
  'portrait.cancelled': ['cancelled an order', '取消了订单'],
  'portrait.delete': ['deleted a portrait', '删除了画像'],
  'portrait.retried': ['let an order be tried again', '让订单重新作画'],
  'queue.paused': ['paused the queue', '暂停了队列'],
  'queue.resumed': ['let the queue go on', '恢复了队列'],
  'submission.accepted': ['accepted a work', '接受了投稿'],
  'submission.changes-asked': ['asked for changes', '要求修改投稿'],
  'submission.declined': ['declined a work', '婉拒了投稿'],
  'submission.offered': ['offered a work', '投稿'],
  'submission.offered-again': ['offered a work again', '再次投稿'],
  'submission.withdrawn': ['took an offer back', '撤回了投稿'],
  'tour.changed': ['changed a tour', '修改了导览'],
  'tour.created': ['began a tour', '新建了导览'],
  'tour.deleted': ['deleted a tour', '删除了导览'],
  'tour.voice-changed': ['changed the voice of a tour', '更换了导览录音'],
  'worker.drained': ['let a worker take nothing new', '让工作进程停止取单'],
  'worker.undrained': ['let a worker take orders again', '让工作进程恢复取单'],
}

/** What somebody did, after their name; the act's own code where this release has no words for it. */
export function nameAct(action: string, locale: Locale): string {
  const words = acts[action]
  return words ? words[locale === 'en' ? 0 : 1] : deskTrailMessages[locale].act(action)
}

const subjects: Record<AuditSubject, [en: string, zh: string]> = {
  admission: ['Door', '入口'],
  announcement: ['Announcement', '公告'],
  artwork: ['Work', '作品'],
  book: ['Visitors’ book', '留言簿'],
  case: ['Report', '举报'],
  exhibition: ['Exhibition', '展览'],
  house: ['House', '本馆'],
  person: ['Person', '人员'],
  portrait: ['Portrait', '画像'],
  queue: ['Queue', '队列'],
  submission: ['Submission', '投稿'],
  tour: ['Tour', '导览'],
  worker: ['Worker', '工作进程'],
}

export const nameSubject = (kind: string, locale: Locale): string =>
  subjects[kind as AuditSubject]?.[locale === 'en' ? 0 : 1] ?? kind
