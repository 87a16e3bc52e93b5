import { History } from '../history/history'
import type { House } from '../house/house'
import { Visitor } from '../house/visitor'

/** Somebody who comes from an address of their own; what they did is not looked at afterwards. */
export const newVisitor = ({ urls }: House) => new Visitor(() => urls[0] ?? '', new History())
