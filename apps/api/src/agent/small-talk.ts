/** Replies for what no tool answers: arrays of templates by task, from the language data. */
export type SmallTalk = Readonly<Record<string, readonly string[]>>

/** Fills a template of the turn's number (so that the same words don't come twice running); null: there is none. */
export function smallTalk(
  templates: SmallTalk,
  task: string,
  turn: number,
  values: Readonly<Record<string, string>>,
): string | null {
  const choices = templates[task]
  const chosen = choices?.[turn % choices.length]
  return chosen === undefined ? null : chosen.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
