interface IconProps {
  isFilled: boolean
  className?: string
}

const size = 'size-5 shrink-0 overflow-visible'

/** A heart drawn with one line; filled when the work is liked. */
export function HeartIcon({ isFilled, className = '' }: IconProps) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={`${size} ${className}`}>
      <path
        d="M10 17.2 3.1 10.4A4.3 4.3 0 0 1 3 4.3a4.2 4.2 0 0 1 6 .1l1 1 1-1a4.2 4.2 0 0 1 6-.1 4.3 4.3 0 0 1-.1 6.1Z"
        fill={isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinejoin="round"
        className="transition-[fill]"
      />
    </svg>
  )
}

/** A ribbon laid between pages; filled when the work is kept. */
export function RibbonIcon({ isFilled, className = '' }: IconProps) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={`${size} ${className}`}>
      <path
        d="M5 2.6h10v14.8l-5-4.1-5 4.1Z"
        fill={isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinejoin="round"
        className="transition-[fill]"
      />
    </svg>
  )
}
