/** Two people; crossed out for somebody who walks alone. */
export function PeopleIcon({ isOff }: { isOff: boolean }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="7.5" cy="6.5" r="2.75" />
      <path d="M2.5 16.5c0-3 2-5 5-5s5 2 5 5" />
      <path d="M12.5 4a2.75 2.75 0 0 1 0 5M14.5 12c1.9.7 3 2.3 3 4.5" />
      {isOff && <path d="M3 3l14 14" />}
    </svg>
  )
}
