export { passageIndexContract, type PassageIndexContractSettings } from './passage-index-contract.ts'
export { samplePassages, type SamplePassages, seededRandom } from './sample-passages.ts'
