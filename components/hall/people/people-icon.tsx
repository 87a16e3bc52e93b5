import { Icon } from '../icon'

const two =
  'M4.75 6.5a2.75 2.75 0 1 0 5.5 0 2.75 2.75 0 1 0-5.5 0M2.5 16.5c0-3 2-5 5-5s5 2 5 5M12.5 4a2.75 2.75 0 0 1 0 5M14.5 12c1.9.7 3 2.3 3 4.5'

/** Two people; crossed out for somebody who walks alone. */
export const PeopleIcon = ({ isOff }: { isOff: boolean }) => <Icon path={isOff ? `${two}M3 3l14 14` : two} />
