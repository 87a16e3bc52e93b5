import type { Scene } from '@/collection/drawing/scene'
import { applesJug } from '@/collection/scenes/apples-jug'
import { autumnAvenue } from '@/collection/scenes/autumn-avenue'
import { birchWood } from '@/collection/scenes/birch-wood'
import { blueRoom } from '@/collection/scenes/blue-room'
import { bouquet } from '@/collection/scenes/bouquet'
import { cafeTerrace } from '@/collection/scenes/cafe-terrace'
import { chalkCliffs } from '@/collection/scenes/chalk-cliffs'
import { dancers } from '@/collection/scenes/dancers'
import { footbridge } from '@/collection/scenes/footbridge'
import { harbourDawn } from '@/collection/scenes/harbour-dawn'
import { haystacks } from '@/collection/scenes/haystacks'
import { lilyPond } from '@/collection/scenes/lily-pond'
import { moonlitSea } from '@/collection/scenes/moonlit-sea'
import { mountainLake } from '@/collection/scenes/mountain-lake'
import { pearsBowl } from '@/collection/scenes/pears-bowl'
import { poppyMeadow } from '@/collection/scenes/poppy-meadow'
import { rainBoulevard } from '@/collection/scenes/rain-boulevard'
import { redMountain } from '@/collection/scenes/red-mountain'
import { regatta } from '@/collection/scenes/regatta'
import { rooftops } from '@/collection/scenes/rooftops'
import { sitter } from '@/collection/scenes/sitter'
import { snowRoad } from '@/collection/scenes/snow-road'
import { starryRiver } from '@/collection/scenes/starry-river'
import { stormSea } from '@/collection/scenes/storm-sea'
import { sunflowers } from '@/collection/scenes/sunflowers'
import { tideWalker } from '@/collection/scenes/tide-walker'
import { wheatCypress } from '@/collection/scenes/wheat-cypress'
import { windowWoman } from '@/collection/scenes/window-woman'

/** Every motif by the name that collection.json uses. */
export const SCENES: Record<string, Scene> = {
  'lily-pond': lilyPond,
  footbridge,
  'harbour-dawn': harbourDawn,
  regatta,
  'moonlit-sea': moonlitSea,
  'storm-sea': stormSea,
  'tide-walker': tideWalker,
  'chalk-cliffs': chalkCliffs,
  'mountain-lake': mountainLake,
  'red-mountain': redMountain,
  'snow-road': snowRoad,
  'birch-wood': birchWood,
  'wheat-cypress': wheatCypress,
  haystacks,
  sunflowers,
  'poppy-meadow': poppyMeadow,
  'autumn-avenue': autumnAvenue,
  'apples-jug': applesJug,
  'pears-bowl': pearsBowl,
  bouquet,
  'rain-boulevard': rainBoulevard,
  'cafe-terrace': cafeTerrace,
  rooftops,
  'window-woman': windowWoman,
  'blue-room': blueRoom,
  sitter,
  dancers,
  'starry-river': starryRiver,
}
