import type { Scene } from '@/collection/drawing/scene'
import { autumnAvenue, haystacks, poppyMeadow, sunflowers, wheatCypress } from '@/collection/scenes/fields'
import { harbourDawn, regatta, starryRiver } from '@/collection/scenes/harbours'
import { birchWood, mountainLake, redMountain, snowRoad } from '@/collection/scenes/mountains'
import { footbridge, lilyPond } from '@/collection/scenes/ponds'
import { blueRoom, dancers, windowWoman } from '@/collection/scenes/rooms'
import { chalkCliffs, moonlitSea, stormSea, tideWalker } from '@/collection/scenes/seas'
import { applesJug, bouquet, pearsBowl } from '@/collection/scenes/still-lifes'
import { cafeTerrace, rainBoulevard, rooftops } from '@/collection/scenes/streets'

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
  dancers,
  'starry-river': starryRiver,
}
