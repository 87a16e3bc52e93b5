interface IconProps {
  /** Drawn with one round line on 20 by 20. */
  path: string
}

/** A sign of the hall: the words beside it, or the button's name, say what it is. */
export function Icon({ path }: IconProps) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
