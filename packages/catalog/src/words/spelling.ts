/** Colours, materials and measures, which are no one's name; names keep the spelling that they have. */
const pairs = `
  grey gray, greys grays, colour color, colours colors, coloured colored, aluminium aluminum, fibre fiber, fibres fibers,
  flavour flavor, flavours flavors, flavoured flavored, woollen woolen, cancelling canceling, levelling leveling
`

const american: ReadonlyMap<string, string> = new Map(
  pairs.split(',').map((pair) => {
    const [british = '', other = ''] = pair.trim().split(' ')
    return [british, other]
  }),
)

/** One spelling for words that are written in two ways ("grey" and "gray"). */
export const oneSpelling = (word: string): string => american.get(word) ?? word
