import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonKind, buttonClass } from './button-class'

interface ButtonLinkProps extends ComponentProps<typeof Link> {
  kind?: ButtonKind
}

/** A link that looks like a button; fetched when it is followed, as every link of the house is (docs/decisions/0050). */
export function ButtonLink({ kind = 'secondary', className = '', ...rest }: ButtonLinkProps) {
  return <Link prefetch={false} className={`${buttonClass(kind)} ${className}`} {...rest} />
}
