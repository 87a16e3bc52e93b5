import type { ComponentProps } from 'react'
import { type ButtonKind, buttonClass } from './button-class'

interface ButtonProps extends ComponentProps<'button'> {
  kind?: ButtonKind
}

/** A button that is `type="button"` unless told otherwise, so that it never submits a form by accident. */
export function Button({ kind = 'secondary', type = 'button', className = '', ...rest }: ButtonProps) {
  return <button type={type} className={`${buttonClass(kind)} ${className}`} {...rest} />
}
