import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonKind, buttonClass } from './button-class'

interface ButtonLinkProps extends ComponentProps<typeof Link> {
  kind?: ButtonKind
}

/** A link that looks like a button. */
export function ButtonLink({ kind = 'secondary', className = '', ...rest }: ButtonLinkProps) {
  return <Link className={`${buttonClass(kind)} ${className}`} {...rest} />
}
