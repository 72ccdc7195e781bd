import type { Embedder } from './embedder.ts'
import { createLexicalEmbedder } from './lexical/lexical-embedder.ts'

export interface EmbedderSettings {
  readonly kind: 'lexical'
}

/** Opens the embedder that the settings name. */
export async function openEmbedder(settings: EmbedderSettings): Promise<Embedder> {
  switch (settings.kind) {
    case 'lexical':
      return createLexicalEmbedder()
  }
}
