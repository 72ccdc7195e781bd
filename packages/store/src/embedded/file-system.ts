/** A file that is written at its end only. */
export interface AppendFile {
  append(text: string): Promise<void>
  /** What was appended or cut is on the disk when this resolves. */
  sync(): Promise<void>
  /** Cuts the file down to so many bytes. */
  truncate(bytes: number): Promise<void>
  close(): Promise<void>
}

/**
 * All that the store does with files. What a file holds is sure after its `sync`; that it is there, has its name or is
 * gone, after `syncFolder` of its folder.
 */
export interface FileSystem {
  /** Makes a folder and those above it, durably. */
  makeFolder(path: string): Promise<void>
  /** The names in a folder; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>
  /** Null where there is no such file. */
  read(path: string): Promise<Buffer | null>
  /** An empty file, in place of one that is there. */
  create(path: string): Promise<AppendFile>
  /** A file that is there, to go on at its end. */
  open(path: string): Promise<AppendFile>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  syncFolder(path: string): Promise<void>
  /** Keeps every other process out until it is released or this process is gone; null when another one has it. */
  lock(path: string): Promise<(() => Promise<void>) | null>
}
