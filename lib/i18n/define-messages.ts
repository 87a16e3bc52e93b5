import type { Locale } from './locale'

type Message = string | ((...values: never[]) => string)
type Shape<T> = { [Key in keyof T]: T[Key] extends string ? string : T[Key] }

/** Both languages of one area's words; a key missing in Chinese, or with other values to fill in, does not compile. */
export function defineMessages<T extends Record<string, Message>>(messages: {
  en: T
  zh: Shape<NoInfer<T>>
}): Record<Locale, Shape<T>>
export function defineMessages(
  messages: Record<Locale, Record<string, Message>>,
): Record<Locale, Record<string, Message>> {
  return messages
}
