/**
 * 1,024 short English words, no two alike, for passphrases made by the computer: each drawn at random is worth ten bits,
 * whoever knows the list.
 */
export const PASSPHRASE_WORDS: readonly string[] = `
acid acorn actor adobe advice aerial agenda alarm album alert alley almond alpine amber anchor angle ankle
antler anvil apple apron arch arctic arena armor aroma arrow artist ashore aspen athlete atlas attic autumn
avenue award axis bacon badge bagel bakery balance balcony ballet bamboo banana bandage banjo banner barber
barley barn barrel basil basin basket batch beach beacon beaver bedrock beetle bellow bench berry bicycle
binder birch biscuit bishop bison blanch blanket blazer blend blimp blossom blouse bluff boat bobbin bobcat
bonfire bonnet border bottle boulder bounce bowl bracket branch brass bread breeze brick bridge brigade
brisk bronco bronze brook broom brush bubble bucket buckle budget buffalo bugle builder bundle bunker burrow
butter button cabbage cabin cable cactus camel camera camper canal candle canoe canvas canyon captain carafe
caravan carbon cargo carpet carrot cartoon carve castle catalog cattle cave cedar celery cellar cement
ceramic cereal chair chalk chapel charm chart cheese cherry chess chimney chisel chorus cider cinder cinema
circle citrus clamp clarinet clay cliff climate clinic clock clover coast cobalt cobble coconut coffee
collar column comet comfort compass concert copper coral corner cottage cotton council courtyard cousin
cover cradle cranberry crane crater crayon cream crest cricket crimson crocus crown crystal cube cupboard
cupola curtain curve cushion cycle cyclone daisy dance danger dawn deck deer delta denim depot desert desk
diagram dial diamond diary diesel dinner dolphin domain donkey door dormer dozen draft dragon drapery drawer
dream drift drizzle drum dugout dune dust eagle earth easel echo eclipse edge editor elbow elder elegant elm
ember emblem emerald engine envelope equator errand estate evening exhibit fabric fairway falcon family
fancy farmer fathom feather fence fender fern ferry fescue festival fiber fiddle field filter finch finger
firefly fjord flag flagon flame flannel flask flavor fleet flint float flood flora flour flower flute foam
fog folder forest fork fossil fountain fox foxglove frame freight fresh frog frost fruit funnel furnace
galaxy gallery gallop gander garden garlic garnet gasket gate gazebo gazelle gentle geyser giant gimlet
ginger giraffe glacier glass glide globe glove goat goblet golden goldfish goose gorge grain granary granite
grape grass gravel gravity green griddle grotto grove guitar gully gutter gypsum habit halyard hamlet hammer
hammock hamper harbor harness harp harvest hatch hawk hawthorn hazel heather hedge helmet herb hermit heron
hickory hillside hinge hollow honey hood hoof horizon hornet horse hotel hound hub humble hunter husky
hydrant iceberg icon igloo iguana inch index indigo ink inlet insect ironwood island ivory ivy jackal jacket
jaguar jar jasmine jelly jersey jetty jewel jigsaw jockey journal juggle juice jungle juniper kayak kelp
kennel kernel kettle keyhole kiln kimono kindle kingdom kitchen kite kitten knapsack knee knife knot koala
label lace ladder lagoon lake lamb lamp lantern lapel lapwing larch latch lathe lattice laundry lava
lavender lawn layer leaf lecture ledger legend lemon lemur lentil leopard letter lever library lichen lilac
lily limb limerick linen lion liquid lizard lobster locket locust lodge loft logic lotus lumber lunar lunch
lyric magnet magpie mallard mallet mammal mandolin mango mantle maple marble margin marigold marina mariner
market marsh mask mason mastiff match meadow medal melody melon mentor merchant mercury meteor metro
midnight mile mill millet mineral minnow mint mirror mitten mixture model molar monarch monsoon moorland
moose mosaic moss motor mountain muffin mulberry mural museum mushroom music muslin mustard myth napkin
narwhal nature navy nebula nectar needle nest nickel night nimbus noble nomad noodle north notebook novel
nozzle nugget nursery nutmeg oak oasis oat oatmeal obelisk oboe ocean ocelot octave office olive omega onion
opal opera orange orbit orchard orchid organ origin osprey otter ottoman oval oven owl oxbow oxygen oyster
paddle pagoda palace palm panda panel panther paper parade parcel parrot parsley parsnip partridge pasta
pastry patch patio pattern pavement peach peacock peanut pear pebble pecan pedal pelican pencil penguin
pennant pepper perch periwinkle petal pewter piano picnic pigeon pilgrim pillar pillow pilot pine pinecone
pioneer pirate pistachio pitcher planet plank plaster plate plaza plover plow plum plumber plywood pocket
poem polar pond pontoon pony poplar poppy porch porridge portal potato pottery powder prairie primrose prism
profit puddle puffin pulley pulse pumpkin puppet purple puzzle pyramid quail quarry quarter quartz quay
quill quilt quince quiver rabbit raccoon radar radish raft ragtime railway rainbow raisin ranch ratchet
rattle raven razor recipe redwood reef reindeer relay reptile rescue resin rhubarb rhythm ribbon rice ridge
rigging ripple river roast robin rocket roof rooster rope rose rosemary rotor rowan rowboat rubber ruby
rudder rumble runway rustic saddle saffron sail salad salmon salt sample sandal sandpiper sapphire satchel
satin saucer sauna sawmill scarf scenic school scooter scout scroll sculpt seagull season seaweed sedan seed
sequoia serpent shadow shallow shamrock shark shawl shelf shell shepherd sheriff shield shimmer shingle
shore shovel shrimp shuttle sidecar sierra signal silk silver siren sketch skillet skylark skyline slate
sleeve slipper slope smoke smooth snail snow snowdrop socket sofa solar sonnet sorrel soup south spade
sparrow spatula sphere spice spider spinach spiral sponge spoon spring sprout spruce squash squid squirrel
stable stadium staircase stamp starfish starling station statue steam steel stencil stork storm stove straw
stream street string studio subway sugar suitcase summit sundial sunset surf swallow swan sweater swift
swing sycamore symbol syrup table tadpole talon tamarind tambourine tandem tangerine tango tapestry tavern
teacup teapot temple tennis tent terrace textile thatch theater thicket thimble thistle thorn thread throne
thunder ticket tidepool tiger timber timpani tinker tinsel toast toboggan tomato topaz torch tornado
tortoise totem toucan tower tractor trail trapeze travel trawler tray treaty trellis trestle tribune
trillium trinket trolley trombone trophy trout truffle trumpet trunk tugboat tulip tundra tunnel turbine
turkey turnip turquoise turret turtle tuxedo twig twine umbrella union upland urban valley vanilla vapor
varnish vault velvet vendor venture veranda verdant vessel viaduct village vine vineyard vintage violet
violin visitor volcano voyage wafer waffle wagon waiter walkway wallaby walnut walrus waltz warbler wardrobe
warehouse warren water waterfall wave weasel weaver wedge wetland whale wheat wheel whisker whistle wicker
widget wigwam willow windmill window winter wisteria wolf wombat wonder woodland woodpecker wool workshop
wren wrench wrist yacht yarn yeast yellow yogurt yonder zebra zenith zephyr zinc zipper zodiac zucchini
`
  .trim()
  .split(/\s+/);

/** What one word drawn from the list at random is worth. */
export const BITS_A_WORD = Math.log2(PASSPHRASE_WORDS.length);
