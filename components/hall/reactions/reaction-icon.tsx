import type { ReactionKind } from '@/lib/contracts/presence'
import { Icon } from '../icon'

/** One line each, in the hand of the other signs of the hall. */
export const reactionPaths: Record<ReactionKind, string> = {
  flower:
    'M10 9.2a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM10 5.2a2.1 2.1 0 1 1 2 2.6M12 7.8a2.1 2.1 0 1 1-1.4 2.6M9.4 10.4A2.1 2.1 0 1 1 8 7.8M8 7.8a2.1 2.1 0 1 1 2-2.6M10 11v6.5M10 15c1.2-1.8 2.6-2.2 4-2.2',
  wonder: 'M10 3v4M10 13v4M3 10h4M13 10h4M5.2 5.2l2.3 2.3M12.5 12.5l2.3 2.3M5.2 14.8l2.3-2.3M12.5 7.5l2.3-2.3',
  joy: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7 11.5c.8 1.3 1.8 2 3 2s2.2-.7 3-2M7.6 8v.4M12.4 8v.4',
  calm: 'M3 8.5c1.8-1.6 3.2-1.6 4.7 0s2.9 1.6 4.6 0 3-1.6 4.7 0M3 12.5c1.8-1.6 3.2-1.6 4.7 0s2.9 1.6 4.6 0 3-1.6 4.7 0',
}

export const ReactionIcon = ({ kind }: { kind: ReactionKind }) => <Icon path={reactionPaths[kind]} />
