/** A figure that two reports have and that isn't the same in both. */
export interface Difference {
  /** Its place in the report: `by_intent.refund.f1`. */
  readonly figure: string
  readonly base: number
  readonly now: number
  /** `changed`: neither is better, as of a count or a time, or where the sets are others. */
  readonly verdict: 'better' | 'worse' | 'changed'
}

/** What came of two reports of `npm run eval`. */
export interface Comparison {
  /** What makes the two not comparable, or not wholly: another kind, another set, other parts in use. */
  readonly remarks: readonly string[]
  readonly better: readonly Difference[]
  readonly worse: readonly Difference[]
  readonly changed: readonly Difference[]
  /** Figures that differ by less than what counts. */
  readonly unchanged: number
  /** What failed in the base alone, and what fails now alone. */
  readonly fixed: readonly string[]
  readonly broken: readonly string[]
}

type Report = Readonly<Record<string, unknown>>

/** From which difference on a share (of 1) is another, in its own unit. */
const leastShare = 0.005
/** From which difference on a time is another, as a part of the base: machines aren't equally quick twice. */
const leastTime = 0.2

/** What a report has that none of a kind after it has. */
const marks: Readonly<Record<string, string>> = {
  intents: 'confusion',
  'a learning curve': 'points',
  'a sweep': 'rows',
  retrieval: 'queries',
  answers: 'splits',
  conversations: 'conversations',
}

/** How much there is in a set: where these differ, it is another set. */
const sizes = new Set(['messages', 'documents', 'queries', 'conversations', 'questions'])
/** Of which neither more nor less is better. */
const neutral = new Set([...sizes, 'turns', 'runs', 'decided_by_ngrams'])
/** Said in full by other figures, or what an earlier comparison left. */
const leftOut = new Set(['confusion', 'comparison', 'failures', 'mistakes'])

const time = /(?:^|_)(?:milli|micro|nano)?seconds(?:_|$)|_ms$/
const lowerIsBetter =
  /^(?:false|wrong|missed|worst|lost)(?:_|$)|(?:^|_)(?:errors?|error_rate|faults|failed|delay)(?:_|$)/
const higherIsBetter =
  /(?:^|_)(?:accuracy|precision|recall|f1|ndcg|mrr|map|passed|pass|right|correct|hit|hits|per_second)(?:_|$)/

type Direction = 'higher' | 'lower' | 'neither'

/** Which is better is told by a figure's own name, else by what it stands in (`false_answers.rate`). */
function directionOf(figure: string, base: number, now: number): Direction {
  for (const name of figure.split('.').toReversed()) {
    // Machines aren't equally quick twice.
    if (neutral.has(name) || (time.test(name) && !higherIsBetter.test(name))) return 'neither'
    if (lowerIsBetter.test(name)) return 'lower'
    if (higherIsBetter.test(name)) return 'higher'
  }
  // Any other share is one of what was right.
  return [base, now].every((value) => value >= 0 && value <= 1) && !(isWhole(base) && isWhole(now))
    ? 'higher'
    : 'neither'
}

const isWhole = (value: number) => Number.isInteger(value)
const isReport = (value: unknown): value is Report =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const kindOf = (report: Report): string | null => Object.entries(marks).find(([, mark]) => mark in report)?.[0] ?? null

/** What stands below a place: an entry of a list is known by its first figure (`rows.chunk=200`). */
function partsOf(place: string, value: unknown): readonly (readonly [place: string, part: Report])[] {
  if (isReport(value)) return [[place, value]]
  if (!Array.isArray(value)) return []
  return value.filter(isReport).map((entry) => {
    const [[name, first] = ['', ''], ...rest] = Object.entries(entry)
    return [`${place}.${name}=${String(first)}`, Object.fromEntries(rest)]
  })
}

/** Every number of a report by its place. */
function figuresOf(report: Report, above = ''): Map<string, number> {
  const figures = new Map<string, number>()
  for (const [name, value] of Object.entries(report)) {
    if (leftOut.has(name)) continue
    const place = `${above}${name}`
    if (typeof value === 'number') figures.set(place, value)
    for (const [below, part] of partsOf(place, value))
      for (const [inner, number] of figuresOf(part, `${below}.`)) figures.set(inner, number)
  }
  return figures
}

/** Whether two values of a figure count as different. */
function differs(figure: string, base: number, now: number): boolean {
  const by = Math.abs(now - base)
  if (figure.split('.').some((name) => time.test(name))) return by > Math.abs(base) * leastTime
  return isWhole(base) && isWhole(now) ? by > 0 : by >= leastShare
}

function verdictOf(figure: string, base: number, now: number): Difference['verdict'] {
  const direction = directionOf(figure, base, now)
  if (direction === 'neither') return 'changed'
  return now > base === (direction === 'higher') ? 'better' : 'worse'
}

/** What failed: messages that were mistaken by their lines, else by the name of each and the run it failed in. */
function failuresOf({ failures, mistakes }: Report, runs: number): Set<string> | null {
  if (Array.isArray(mistakes)) {
    const told = mistakes
      .filter(isReport)
      .map(({ line, expected, text }) => `line ${String(line)}, ${String(expected)}: ${String(text)}`)
    return new Set(told)
  }
  if (!Array.isArray(failures)) return null
  const names = failures.filter(isReport).flatMap(({ file, id, text, run = 1 }) => {
    const name = [file, id, text].find((each) => typeof each === 'string' || typeof each === 'number')
    return name === undefined || Number(run) > runs ? [] : [run === 1 ? String(name) : `${name} (run ${String(run)})`]
  })
  return new Set(names)
}

/** How it shows that the two are of other sets; nothing where they may be of the same. */
function otherSet(base: Report, now: Report): string[] {
  const other = [...sizes, 'set'].filter((name) => name in base && name in now && base[name] !== now[name])
  return other.map((name) => (name === 'set' ? 'other lines' : `${name} ${String(base[name])} -> ${String(now[name])}`))
}

/** What both have and is not the same: another set, another embedder. */
function remarksOn(base: Report, now: Report): string[] {
  const named = Object.keys(now).filter((name) => name in base && base[name] !== now[name])
  const other = otherSet(base, now)
  return [
    ...(other.length === 0
      ? []
      : [`Not the same set (${other.join(', ')}): its figures don't tell what got better or worse.`]),
    ...named
      .filter((name) => name !== 'set' && typeof now[name] === 'string' && typeof base[name] === 'string')
      .map((name) => `${name} was ${String(base[name])}, is ${String(now[name])}.`),
  ]
}

const mostNamed = 5
const inShort = (names: readonly string[]) =>
  names.length <= mostNamed
    ? names.join(', ')
    : `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`

const nothing = { better: [], worse: [], changed: [], unchanged: 0, fixed: [], broken: [] }

/**
 * Compares what an evaluation printed with `--json` with what it would print now: any numbers in objects and lists of them,
 * at any depth.
 * Shares differ from 0.005 on, times from a fifth on, counts at all.
 */
export function compareReports(base: unknown, now: object): Comparison {
  const present = now as Report
  if (!isReport(base)) return { ...nothing, remarks: ['The base is no report: a JSON object as --json prints it.'] }
  const [was, is] = [kindOf(base), kindOf(present)]
  if (was !== is) {
    const remark = `The base is a report of ${was ?? 'something else'}, this one is of ${is ?? 'something else'}: nothing is compared.`
    return { ...nothing, remarks: [remark] }
  }
  const comparable = otherSet(base, present).length === 0
  const [before, after] = [figuresOf(base), figuresOf(present)]
  const both = [...after].filter(([figure]) => before.has(figure))
  const differences = both.flatMap(([figure, value]): Difference[] => {
    const old = before.get(figure) as number
    return differs(figure, old, value)
      ? [{ figure, base: old, now: value, verdict: comparable ? verdictOf(figure, old, value) : 'changed' }]
      : []
  })
  const of = (verdict: Difference['verdict']) => differences.filter((each) => each.verdict === verdict)
  const gone = [...before.keys()].filter((figure) => !after.has(figure))
  const fresh = [...after.keys()].filter((figure) => !before.has(figure))
  const runs = Math.min(...[base, present].map(({ runs: all }) => (typeof all === 'number' ? all : Infinity)))
  const [failed, fails] = [failuresOf(base, runs), failuresOf(present, runs)]
  const compared = comparable && failed !== null && fails !== null
  return {
    remarks: [
      ...remarksOn(base, present),
      ...(gone.length === 0 ? [] : [`Only in the base: ${inShort(gone)}.`]),
      ...(fresh.length === 0 ? [] : [`Not in the base: ${inShort(fresh)}.`]),
    ],
    better: of('better'),
    worse: of('worse'),
    changed: of('changed'),
    unchanged: both.length - differences.length,
    fixed: compared ? [...failed].filter((name) => !fails.has(name)) : [],
    broken: compared ? [...fails].filter((name) => !failed.has(name)) : [],
  }
}
