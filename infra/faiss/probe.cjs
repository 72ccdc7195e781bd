// Ends well if the addon loads from the folder given and finds a vector.
const [, , folder = ''] = process.argv
const { IndexFlatIP } = require(folder)

const index = new IndexFlatIP(2)
index.add([1, 0])
index.add([0, 1])
process.exit(index.search([0, 1], 1).labels[0] === 1 ? 0 : 1)
