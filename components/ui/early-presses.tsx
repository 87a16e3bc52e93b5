import { ReplayPresses } from './replay-presses'

/**
 * Keeps what is pressed before React has taken over. It listens where events end, on the window: what React has dealt with on the way has also brought
 * the page alive, and is not kept. Forms with an address of their own are the browser's; any other would be sent to the page itself, with all that is
 * in it in the address.
 */
const keepPresses = `{const kept=globalThis.earlyPresses=new Set;addEventListener("click",e=>{const b=e.target.closest?.("button[type=button]");if(b&&!kept.isOver)kept.add(b)});addEventListener("submit",e=>{const f=e.target;if(!kept.isOver&&!f.hasAttribute("action")&&f.getAttribute("method")!="get"){e.preventDefault();kept.add(e.submitter??f)}})}`

/**
 * A page is seen before it is alive (docs/decisions/0206): what somebody presses in between is done as soon as it can be. Stands first in the body.
 * @param nonce of the answer; undefined where the policy has none
 */
export function EarlyPresses({ nonce }: { nonce: string | undefined }) {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
      <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: keepPresses }} />
      <ReplayPresses />
    </>
  )
}
